package org.onrecord.nlp.quote.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.onrecord.nlp.coreference.ArticleEntityResolver;
import org.onrecord.nlp.coreference.Entities;
import org.onrecord.nlp.coreference.PronounEvidence;
import org.onrecord.nlp.document.Document;
import org.onrecord.nlp.name.Name;
import org.onrecord.nlp.name.TaggerNameFinder;
import org.onrecord.nlp.quote.speaker.ReferenceEvidence;
import org.onrecord.nlp.quote.weight.Weights;
import org.onrecord.nlp.sentence.OpenNlpDocumentReader;

/**
 * Fits whom a speaker means where it is no name: {@code GOLD.jsonl weights.tsv MODEL…}, with the models "pronoun" for he and
 * she, and "reference" for descriptions and the other pronouns; its table {@code reference-weights.tsv} stands beside the first.
 * A speaker may lean on the one before, as the present weights find it, so run "reference" twice. Says how many would be right of documents left out, one fold of five at a time. Same input, same weights.
 */
public final class FitPersons {
    private static final int FOLDS = 5;
    private static final double PRIOR = 0.003;

    /** Seldom with those who are quoted, so weighed by hand: speakers are no owners. */
    private static final Set<String> BY_HAND = Set.of("OWNER_IN_SENTENCE", "LATEST_OWNER", "NAMED_BEHIND");

    /** What one model learns from: a choice, and the fold of its document. */
    private record Lesson(LogLinearFit.Observation observation, int fold) {}

    private final List<Lesson> pronouns = new ArrayList<>();
    private final List<ReferenceFit.Lesson> references = new ArrayList<>();
    private final ArticleEntityResolver resolver = new ArticleEntityResolver();

    private FitPersons() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 3) {
            System.err.println("Usage: FitPersons GOLD.jsonl weights.tsv MODEL...");
            System.exit(2);
        }
        OpenNlpDocumentReader reader = OpenNlpDocumentReader.load();
        TaggerNameFinder finder = TaggerNameFinder.load();
        FitPersons fit = new FitPersons();
        ObjectMapper mapper = new ObjectMapper();
        int number = 0;
        for (String line : Files.readAllLines(Path.of(arguments[0]))) {
            JsonNode gold = mapper.readTree(line);
            Document document = reader.read("", gold.get("text").asText());
            fit.add(document, finder.find(document), gold.get("quotes"), number++ % FOLDS);
        }
        fit.write(Path.of(arguments[1]), Set.of(Arrays.copyOfRange(arguments, 2, arguments.length)));
    }

    private void add(Document document, List<Name> names, JsonNode quotes, int fold) {
        addReferences(document, resolver.resolve(document, names), quotes, fold);
        List<PronounEvidence.Choice> choices = PronounEvidence.of(document, names);
        for (JsonNode quote : quotes) {
            JsonNode speaker = quote.get("speaker");
            if (speaker == null || speaker.isNull()) {
                continue;
            }
            List<String> who = GoldPersons.of(quote);
            for (PronounEvidence.Choice choice : choices) {
                if (choice.start() == speaker.get("start").asInt()
                        && choice.end() == speaker.get("end").asInt()) {
                    pronouns.add(new Lesson(observation(choice.persons(), who), fold));
                }
            }
        }
    }

    private void addReferences(Document document, Entities entities, JsonNode quotes, int fold) {
        TreeMap<Integer, JsonNode> speakers = new TreeMap<>();
        for (JsonNode quote : quotes) {
            if (quote.path("speaker").has("start")) {
                speakers.putIfAbsent(quote.get("speaker").get("start").asInt(), quote);
            }
        }
        List<ReferenceEvidence.Words> words = speakers.values().stream()
                .map(quote -> quote.get("speaker"))
                .map(s -> new ReferenceEvidence.Words(
                        s.get("start").asInt(), s.get("end").asInt()))
                .toList();
        List<List<ReferenceEvidence.Option>> evidence = ReferenceEvidence.of(document, entities, words);
        int at = 0;
        for (JsonNode quote : speakers.values()) {
            List<ReferenceEvidence.Option> options = evidence.get(at++);
            List<String> who = GoldPersons.of(quote);
            if (!options.isEmpty()) {
                List<Set<String>> features =
                        options.stream().map(ReferenceEvidence.Option::features).toList();
                List<Boolean> right = options.stream()
                        .map(o -> who.stream().anyMatch(name -> SameName.same(name, o.name())))
                        .toList();
                references.add(new ReferenceFit.Lesson(features, right, who.isEmpty(), fold));
            }
        }
    }

    private static LogLinearFit.Observation observation(List<PronounEvidence.Person> persons, List<String> who) {
        double[][] traits = new double[persons.size()][];
        double[] right = new double[persons.size()];
        for (int c = 0; c < traits.length; c++) {
            String name = persons.get(c).name();
            traits[c] = persons.get(c).traits();
            right[c] = who.stream().anyMatch(gold -> SameName.same(gold, name)) ? 1 : 0;
        }
        return new LogLinearFit.Observation(traits, right, true);
    }

    private void write(Path table, Set<String> models) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(table));
        if (models.contains("pronoun")) {
            learn(lines, "pronoun", pronouns, PronounEvidence.traitNames());
        }
        Files.write(table, lines);
        if (models.contains("reference")) {
            new ReferenceFit(references).write(table.resolveSibling("reference-weights.tsv"));
        }
    }

    private static void learn(List<String> lines, String model, List<Lesson> lessons, List<String> traits) {
        report(model, lessons, traits);
        replace(lines, model, traits, fit(lessons, -1, traits));
    }

    private static double[] fit(List<Lesson> lessons, int without, List<String> traits) {
        boolean[] weighed = new boolean[traits.size()];
        for (int i = 0; i < weighed.length; i++) {
            weighed[i] = !BY_HAND.contains(traits.get(i));
        }
        return new LogLinearFit(PRIOR, weighed)
                .choices(lessons.stream()
                        .filter(lesson -> lesson.fold() != without)
                        .map(Lesson::observation)
                        .toList());
    }

    /** Accuracy and calibration on documents left out. */
    private static void report(String model, List<Lesson> lessons, List<String> traits) {
        int right = 0;
        int reachable = 0;
        int[] all = new int[11];
        int[] good = new int[11];
        for (int fold = 0; fold < FOLDS; fold++) {
            Weights weights = new Weights(fit(lessons, fold, traits));
            for (Lesson lesson : lessons) {
                if (lesson.fold() == fold) {
                    LogLinearFit.Observation o = lesson.observation();
                    double[] likely = weights.shares(Arrays.asList(o.traits()));
                    double rest = 1 - Arrays.stream(likely).sum();
                    int best = -1;
                    for (int c = 0; c < likely.length; c++) {
                        best = likely[c] > (best < 0 ? rest : likely[best]) ? c : best;
                    }
                    boolean known = Arrays.stream(o.right()).sum() > 0;
                    boolean hit = best < 0 ? !known : o.right()[best] > 0;
                    int bin = (int) (10 * (best < 0 ? rest : likely[best]));
                    all[bin]++;
                    good[bin] += hit ? 1 : 0;
                    right += hit ? 1 : 0;
                    reachable += known ? 1 : 0;
                }
            }
        }
        System.err.printf(
                Locale.ROOT,
                "%s: %d of %d right on documents left out; %d can be reached%n",
                model,
                right,
                lessons.size(),
                reachable);
        for (int b = 0; b < all.length; b++) {
            if (all[b] > 0) {
                System.err.printf(Locale.ROOT, "  %.1f: %d of %d%n", b / 10.0, good[b], all[b]);
            }
        }
    }

    private static void replace(List<String> lines, String model, List<String> names, double[] weights) {
        lines.removeIf(line -> {
            String[] fields = line.split("\t");
            return fields[0].equals(model) && !BY_HAND.contains(fields[1]);
        });
        for (int i = 0; i < weights.length; i++) {
            if (Math.abs(weights[i]) >= 0.0005) {
                lines.add(String.format(Locale.ROOT, "%s\t%s\t%.3f", model, names.get(i), weights[i]));
            }
        }
    }
}
