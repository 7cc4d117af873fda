package org.onrecord.nlp.quote.training;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.onrecord.nlp.coreference.ArticleEntityResolver;
import org.onrecord.nlp.coreference.Entities;
import org.onrecord.nlp.document.Document;
import org.onrecord.nlp.name.TaggerNameFinder;
import org.onrecord.nlp.quote.Quotation.TextSpan;
import org.onrecord.nlp.quote.QuoteEvidence;
import org.onrecord.nlp.quote.QuoteEvidence.CueEvidence;
import org.onrecord.nlp.quote.QuoteEvidence.Option;
import org.onrecord.nlp.quote.speaker.SpeakerTrait;
import org.onrecord.nlp.quote.training.GoldQuotes.GoldQuote;
import org.onrecord.nlp.sentence.OpenNlpDocumentReader;

/**
 * Fits the weights of the finder on annotated documents: {@code GOLD.jsonl weights.tsv MODEL…}, with the models "speaker"
 * and "stretch". The traits name no word, so no text enters the table. Same input, same weights.
 */
public final class FitWeights {

    private static final double MATCH = 0.8;
    private static final Set<String> RELATIVES = Set.of("who", "which", "that");

    /** Too seldom in annotated news for a fit, so weighed by hand. */
    private static final Set<String> BY_HAND = Set.of("QUOTED_AS", "QUOTES_ANOTHER", "WITH_AND_GERUND");

    private final QuoteEvidence evidence = new QuoteEvidence();
    private final List<LogLinearFit.Observation> speakers = new ArrayList<>();
    private final List<double[]> stretches = new ArrayList<>();
    private final List<Boolean> spoken = new ArrayList<>();

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 3) {
            System.err.println("Usage: FitWeights GOLD.jsonl weights.tsv MODEL...");
            System.exit(2);
        }
        OpenNlpDocumentReader reader = OpenNlpDocumentReader.load();
        TaggerNameFinder names = TaggerNameFinder.load();
        ArticleEntityResolver resolver = new ArticleEntityResolver();
        FitWeights fit = new FitWeights();
        for (GoldQuotes gold : read(Path.of(arguments[0]))) {
            Document document = reader.read("", gold.text());
            fit.add(document, resolver.resolve(document, names.find(document)), gold);
        }
        fit.write(Path.of(arguments[1]), Arrays.copyOfRange(arguments, 2, arguments.length));
    }

    void add(Document document, Entities entities, GoldQuotes gold) {
        WordOverlap overlap = new WordOverlap(gold.text());
        List<BitSet> words =
                gold.quotes().stream().map(q -> overlap.words(q.spans())).toList();
        for (CueEvidence cue : evidence.of(document, entities)) {
            addCue(cue, gold);
        }
        for (Option loose : evidence.looseStretches(document, entities)) {
            BitSet inside = overlap.words(loose.spans());
            stretches.add(loose.traits());
            spoken.add(words.stream().anyMatch(quote -> covers(quote, inside)));
        }
    }

    private void addCue(CueEvidence cue, GoldQuotes gold) {
        for (GoldQuote quote : gold.quotes()) {
            if (quote.cue() != null && overlaps(quote.cue(), cue.cue()) && quote.speech()) {
                addSpeakers(cue, quote, gold.text());
            }
        }
    }

    private static boolean covers(BitSet quote, BitSet inside) {
        BitSet both = (BitSet) inside.clone();
        both.and(quote);
        return both.cardinality() >= MATCH * inside.cardinality();
    }

    private void addSpeakers(CueEvidence cue, GoldQuote quote, String text) {
        boolean who = quote.speaker() != null
                && RELATIVES.contains(
                        text.substring(quote.speaker().start(), quote.speaker().end()));
        double[] right = new double[cue.speakers().size()];
        for (int c = 0; c < right.length; c++) {
            Option candidate = cue.speakers().get(c);
            // Where "who" is marked as the speaker, the one before it is meant.
            boolean hit = quote.speaker() != null
                    && (overlaps(candidate.spans().getFirst(), quote.speaker())
                            || who && candidate.traits()[SpeakerTrait.BEFORE_WHO.ordinal()] > 0);
            right[c] = hit ? 1 : 0;
        }
        speakers.add(new LogLinearFit.Observation(traits(cue.speakers()), right, true));
    }

    private static double[][] traits(List<Option> options) {
        return options.stream().map(Option::traits).toArray(double[][]::new);
    }

    private static boolean overlaps(TextSpan a, TextSpan b) {
        return a.start() < b.end() && b.start() < a.end();
    }

    /** Writes the table with one model fitted anew and the others as they were. */
    void write(Path table, String... models) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(table));
        for (String model : models) {
            double[] weights = fit(model, weighed(model, lines));
            List<String> names = QuoteEvidence.traitNames(model);
            lines.removeIf(line -> line.startsWith(model + "\t") && !BY_HAND.contains(line.split("\t")[1]));
            for (int i = 0; i < weights.length; i++) {
                if (weights[i] != 0) {
                    lines.add(String.format(Locale.ROOT, "%s\t%s\t%.3f", model, names.get(i), weights[i]));
                }
            }
        }
        try (BufferedWriter out = Files.newBufferedWriter(table)) {
            for (String line : lines) {
                out.write(line);
                out.write('\n');
            }
        }
    }

    /** Which traits of a model the table gives a weight to, by ordinal; no other enters the fit. */
    private static boolean[] weighed(String model, List<String> table) {
        List<String> names = QuoteEvidence.traitNames(model);
        boolean[] weighed = new boolean[names.size()];
        for (int i = 0; i < weighed.length; i++) {
            String start = model + "\t" + names.get(i) + "\t";
            weighed[i] = !BY_HAND.contains(names.get(i)) && table.stream().anyMatch(line -> line.startsWith(start));
        }
        return weighed;
    }

    private double[] fit(String model, boolean[] weighed) {
        LogLinearFit fit = new LogLinearFit(0.0005, weighed);
        return model.equals("speaker") ? fit.choices(speakers) : fit.yesNo(stretches, spoken);
    }

    static List<GoldQuotes> read(Path gold) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<GoldQuotes> documents = new ArrayList<>();
        for (String line : Files.readAllLines(gold)) {
            if (!line.isBlank()) {
                documents.add(GoldQuotes.of(mapper.readTree(line)));
            }
        }
        return documents;
    }
}
