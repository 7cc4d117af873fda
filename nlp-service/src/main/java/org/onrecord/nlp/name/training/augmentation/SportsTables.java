package org.onrecord.nlp.name.training.augmentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import org.onrecord.nlp.name.training.gold.Source;
import org.onrecord.nlp.name.training.gold.TaggedDocument;
import org.onrecord.nlp.name.training.gold.TaggedSentence;

/**
 * Lines of results, scoreboards, datelines and headlines as sports desks send them, which the open data lacks. Made of the
 * lists by templates of our own: {@code P} a person, {@code S} a surname, {@code C} a country, {@code T} a club, {@code K} a
 * city, {@code 9} a figure, {@code 2} a score, {@code ^X} the same in capitals; other words stand for themselves.
 */
public final class SportsTables {
    private static final List<String> TEMPLATES = List.of(
            "P ( C ) beat P ( C ) 6-4 6-3",
            "9 - P ( C ) beat P ( C ) 6-2 3-6 7-5",
            "P ( C ) beat 9 - P ( C ) 6-1 6-4",
            "9. P ( C ) 9 .9 seconds",
            "9. P ( C ) 9:9.9",
            "9. P , C , 9",
            "9 P ( C ) T 9",
            "9. P ( C ) T one hour 9 minutes",
            "P ( C ) T 9 laps",
            "P C 9",
            "9 P",
            "P , T , 9",
            "9 P , T",
            "9 C 9 points",
            "9. C 9",
            "C 2 C 2",
            "C 9 9 9 9 9",
            "T 2 T 2",
            "T 2 T 2 ( halftime 1-0 )",
            "T 9 9 9 9 9 9 9",
            "K_T 9 K_T 9",
            "K_T 9 K_T 9",
            "K_T 9 K_T 2 ( 11 innings )",
            "K_T 2 K_T 2 ( OT )",
            "K_T 9 9 .9 -",
            "K_T 9 9 .9 9 1/2",
            "^K_T 9 9 .9 9",
            "K_T 9 9 9 9 9 9",
            "K_T at K_T",
            "^K_T AT ^K_T",
            "BASEBALL - ^K_T BEAT ^K_T .",
            "T v T",
            "C v C",
            "Scorers : C - P ( 9th minute ) , P ( 9th )",
            "Scorers : T - S ( 9 ) ; T - S ( 9 )",
            "T : P ( 9 ) , P ( 9 )",
            "P c S b S 9",
            "P b S 9",
            "P lbw b S 9",
            "P run out 9",
            "P not out 9",
            "S 9-9-9-9 ( nb-9 )",
            "Bowling : S 9-9-9-9 , S 9-9-9-9",
            "Fall of wickets : 1-9 ( P ) , 2-9 ( S )",
            "To bat : P , P , P",
            "C : P , P , P ( captain ) , P",
            "Squad : P ( T ) , P ( T ) , P ( T )",
            "Goalkeepers : P ( T ) , P ( T )",
            "Forwards - P ( T ) , P ( T ) .",
            "Defenders - P ( T ) , P ( T ) .",
            "Attendance : 9",
            "Leading scorers : 9 - P ( T )",
            "9 - P ( T ) , P ( T )",
            "^K 1998-09-9",
            "^K 1998-04-9",
            "K , C",
            "K ( C ) 9 9",
            "^K , ^C",
            "SOCCER - ^T BEAT ^T 2 .",
            "SOCCER - ^C BEAT ^C 2 .",
            "SOCCER - ^S PUTS ^T ON TOP .",
            "TENNIS - ^S AND ^S REACH FINAL .",
            "CRICKET - ^C ALL OUT FOR 9 AGAINST ^C .",
            "RUGBY UNION - ^C NAME ^S AS CAPTAIN .",
            "GOLF - ^S LEADS BY TWO SHOTS IN ^K .",
            "BASEBALL - ^K_T BEAT ^K_T 2 .",
            "ATHLETICS - ^S WINS 100 METRES IN ^K .",
            "CYCLING - ^S WINS STAGE , ^S KEEPS LEAD .",
            "^C MINISTER SAYS NO TALKS WITH ^C .",
            "^S SAYS ^C TROOPS TO STAY IN ^K .",
            "P ( C ) bt P ( C ) 9-9 9-9",
            "P , C , bt P , C , 9-9",
            "Women 's singles , second round : P ( C ) beat P ( C ) 6-3 6-2",
            "Men 's 100 metres : 1. P ( C ) 9.9 2. P ( C ) 9.9 3. P ( C ) 9.9",
            "In K : T 2 T 2",
            "In K : C 9 and 9 ( P 9 , P 9 )",
            "At K : T 9 , T 9",
            "Standings ( tabulated under played , won , drawn ) : T 9 9 9 9",
            "In K , S and S homered as T beat the T 9-9 .",
            "In K , P scored 9 points as the T defeated the T .",
            "K_T beat K_T 9-9 on Friday .",
            "K_T won 9-9 against K_T as S pitched a shutout .");

    private final Random random;
    private final List<String> firstNames;
    private final List<String> surnames;
    private final List<String> countries;
    private final List<String> teams;
    private final List<String> cities;

    private SportsTables(Path lists, long seed) throws IOException {
        random = new Random(seed);
        firstNames = read(lists, "first-names.txt");
        surnames = read(lists, "surnames.txt");
        countries = read(lists, "countries.txt");
        countries.add("U.S.");
        teams = read(lists, "teams-own.txt");
        cities = read(lists, "cities-large.txt");
    }

    /**
     * Returns a source of documents of a few lines each.
     *
     * @param lists folder of the lists of names
     * @param lines about as many as are made
     * @param seed of all chance
     * @throws IOException if a list cannot be read
     */
    public static Source of(Path lists, int lines, long seed) throws IOException {
        SportsTables tables = new SportsTables(lists, seed);
        List<TaggedDocument> documents = new ArrayList<>();
        while (documents.size() * 4 < lines) {
            String template = TEMPLATES.get(tables.random.nextInt(TEMPLATES.size()));
            List<TaggedSentence> sentences = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                sentences.add(tables.fill(template));
            }
            documents.add(new TaggedDocument(sentences));
        }
        return new Source("sports-tables", documents, false, 1);
    }

    private static List<String> read(Path lists, String file) throws IOException {
        List<String> entries = new ArrayList<>();
        for (String line : Files.readAllLines(lists.resolve(file))) {
            if (!line.startsWith("#") && !line.isBlank()) {
                entries.add(line.strip());
            }
        }
        return entries;
    }

    private TaggedSentence fill(String template) {
        List<String> words = new ArrayList<>();
        List<String> tags = new ArrayList<>();
        for (String slot : template.split(" ")) {
            boolean capitals = slot.startsWith("^");
            String kind = capitals ? slot.substring(1) : slot;
            switch (kind) {
                case "P" -> add(words, tags, draw(firstNames) + " " + draw(surnames), "PER", capitals);
                case "S" -> add(words, tags, draw(surnames), "PER", capitals);
                case "C" -> add(words, tags, draw(countries), "LOC", capitals);
                case "T" -> add(words, tags, draw(teams), "ORG", capitals);
                case "K" -> add(words, tags, draw(cities), "LOC", capitals);
                case "K_T" -> add(words, tags, draw(cities), "ORG", capitals);
                case "2" -> add(words, tags, random.nextInt(5) + "", "O", false);
                default -> add(words, tags, figures(kind), "O", false);
            }
        }
        return new TaggedSentence(List.copyOf(words), List.copyOf(tags));
    }

    private String figures(String word) {
        StringBuilder figures = new StringBuilder();
        for (char c : word.toCharArray()) {
            figures.append(c == '9' ? String.valueOf(1 + random.nextInt(60)) : String.valueOf(c));
        }
        return figures.toString();
    }

    private String draw(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static void add(List<String> words, List<String> tags, String text, String type, boolean capitals) {
        String[] parts = text.split(" ");
        for (int i = 0; i < parts.length; i++) {
            words.add(capitals ? parts[i].toUpperCase(Locale.ROOT) : parts[i]);
            tags.add(type.equals("O") ? "O" : (i == 0 ? "B-" : "I-") + type);
        }
    }
}
