package org.onrecord.api.entity;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names under which a person is found: the surname is no single word. "Caroline van den Berg" is found as "van den Berg",
 * "den Berg" and "Berg", "Anne-Marie Holt-Baxter" as "Holt-Baxter", "Holt" and "Baxter", "Sir Peter Hallam" as "Peter Hallam",
 * "John Tarrant Jr." as "John Tarrant" and "Tarrant".
 */
public final class PersonName {

    /** A name of more words is none; each word makes a key. */
    private static final int MOST_WORDS = 8;

    private static final Set<String> TITLES =
            Set.of(("mr mrs ms miss mx dr prof professor sir dame lord lady baron baroness count countess viscount earl"
                            + " duke duchess prince princess king queen rev reverend fr father rabbi imam sheikh pope cardinal"
                            + " archbishop bishop deacon pastor hon honourable honorable judge justice president vice prime"
                            + " minister chancellor secretary senator sen rep representative congressman congresswoman"
                            + " councillor councilor cllr mayor governor gov ambassador general gen lieutenant lt colonel col"
                            + " major maj captain capt corporal cpl sergeant sgt private pte constable pc detective det"
                            + " inspector insp superintendent supt chief commissioner officer deputy admiral adm commander cmdr"
                            + " commodore brigadier brig marshal garda taoiseach tanaiste madam madame mme mlle monsieur herr"
                            + " frau senor senora sra srta don dona signor signora acting former")
                    .split(" "));

    /** They stand before a given name: "Prince Harry" is not "Harry". */
    private static final Set<String> BEFORE_GIVEN_NAMES = Set.of(
            "king",
            "queen",
            "prince",
            "princess",
            "pope",
            "duke",
            "duchess",
            "count",
            "countess",
            "don",
            "dona",
            "father");

    private static final Set<String> SUFFIXES = Set.of(
            ("jr junior sr senior ii iii iv phd md esq mp mep msp mla td qc kc obe cbe mbe kbe dbe cmg").split(" "));

    /** Parts of a surname that nobody is called by alone. */
    private static final Set<String> PARTICLES = Set.of(
            ("van von der den de het ter ten te op la le les du des da das dos do di del della degli dei al el ul bin ibn bint ben"
                            + " abu o ui ni nic mac mc af av zu zum zur st saint san santa y e i and d l")
                    .split(" "));

    /** Two surnames are joined by them. */
    private static final Set<String> JOINING = Set.of("y", "e", "i");

    /** What stands before the surname of most who have three names, where it is no surname itself. */
    private static final Set<String> GIVEN = Set.of(
            ("james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony"
                            + " mark paul steven andrew george edward brian henry peter patrick alexander jack samuel benjamin"
                            + " francis louis philip stephen martin simon arthur albert frederick hugh ian alan mary patricia"
                            + " jennifer linda elizabeth barbara susan jessica sarah karen margaret anne ann anna jane lee lynn"
                            + " marie rose grace louise catherine katherine helen ruth alice emma claire frances jean joan beth"
                            + " kate kay sue may maria jose juan luis carlos manuel antonio miguel angel pedro pablo jorge"
                            + " fernando francisco javier jesus rafael ana isabel teresa carmen")
                    .split(" "));

    private static final Pattern SPACES = Pattern.compile("[\\s,]+");
    private static final Pattern IRISH = Pattern.compile("(?iu)(?<!\\p{L})([OÓ])['’ʼ](?=\\p{L}{2})");
    private static final Pattern APART = Pattern.compile("(?u)(?<!\\p{L})([OÓ]|Mc|Mac)\\s+(?=\\p{Lu}\\p{L})");
    private static final Pattern ELIDED = Pattern.compile("(?iu)(?<!\\p{L})(d|l|dell|dall)['’ʼ](?=\\p{L}{2})");

    private PersonName() {}

    /**
     * Every normalised name that finds a person.
     *
     * @param name as an article has it, titles and suffixes included
     * @return keys of {@link NameKey}; empty if the name holds neither letter nor digit
     */
    public static Set<String> keys(String name) {
        Set<String> keys = new LinkedHashSet<>();
        keys.add(NameKey.of(name));
        Stream.of(
                        name,
                        IRISH.matcher(name).replaceAll("$1 "),
                        APART.matcher(name).replaceAll("$1"),
                        ELIDED.matcher(name).replaceAll("$1 "))
                .distinct()
                .forEach(spelling -> addKeys(keys, spelling));
        keys.remove("");
        return keys;
    }

    /** The key of a name that is asked for, without the titles before it; the key itself where there are none. */
    public static String withoutTitles(String key) {
        List<String> words = new ArrayList<>(List.of(key.split(" ")));
        String last = words.getFirst();
        while (words.size() > 1 && TITLES.contains(words.getFirst())) {
            last = words.removeFirst();
        }
        return words.size() == 1 && BEFORE_GIVEN_NAMES.contains(last) ? key : String.join(" ", words);
    }

    private static void addKeys(Set<String> keys, String name) {
        List<String> words = new ArrayList<>();
        for (String word : SPACES.split(NameKey.bounded(name))) {
            if (!NameKey.of(word).isEmpty() && words.size() < MOST_WORDS) {
                words.add(word);
            }
        }
        if (words.isEmpty()) {
            return;
        }
        addTails(keys, words);
        while (words.size() > 1 && SUFFIXES.contains(NameKey.of(words.getLast()))) {
            words.removeLast();
        }
        addTails(keys, words);
        List<String> bare = new ArrayList<>(words.stream().map(NameKey::of).toList());
        dropTitles(bare);
        List<String> untitled = words.subList(words.size() - bare.size(), words.size());
        for (int i = 1; i < untitled.size(); i++) {
            boolean last = i == untitled.size() - 1;
            if (last || isSurname(bare, i)) {
                addParts(keys, untitled.get(i));
            }
        }
    }

    /** The name, and what is left of it when one word after the other is taken off its front. */
    private static void addTails(Set<String> keys, List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String first = NameKey.of(words.get(i));
            boolean whole = i == 0 && words.size() > 1;
            if (whole || !JOINING.contains(first) && !isPart(words, i)) {
                keys.add(NameKey.of(String.join(" ", words.subList(i, words.size()))));
            }
        }
    }

    /** "Jr" alone is nobody. */
    private static boolean isPart(List<String> words, int first) {
        return words.subList(first, words.size()).stream()
                .map(NameKey::of)
                .allMatch(word -> SUFFIXES.contains(word) && words.size() > 1);
    }

    /** Whether a word within a name is the first of two surnames, as far as its form tells. */
    private static boolean isSurname(List<String> words, int at) {
        String word = words.get(at);
        boolean joined = JOINING.contains(words.get(at + 1));
        return joined
                || at == words.size() - 2 && word.length() > 2 && !PARTICLES.contains(word) && !GIVEN.contains(word);
    }

    private static void addParts(Set<String> keys, String word) {
        String key = NameKey.of(word);
        keys.add(key);
        for (String part : key.split(" ")) {
            if (part.length() > 1 && !PARTICLES.contains(part)) {
                keys.add(part);
            }
        }
    }

    private static void dropTitles(List<String> words) {
        while (words.size() > 1 && TITLES.contains(words.getFirst())) {
            words.removeFirst();
        }
    }
}
