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

import com.fasterxml.jackson.databind.ObjectMapper;

import org.onrecord.nlp.coreference.ArticleEntityResolver;
import org.onrecord.nlp.coreference.Entities;
import org.onrecord.nlp.document.Document;
import org.onrecord.nlp.name.TaggerNameFinder;
import org.onrecord.nlp.quote.Quotation.TextSpan;
import org.onrecord.nlp.quote.QuoteEvidence;
import org.onrecord.nlp.quote.QuoteEvidence.CueEvidence;
import org.onrecord.nlp.quote.QuoteEvidence.Option;
import org.onrecord.nlp.quote.training.GoldQuotes.GoldQuote;
import org.onrecord.nlp.sentence.OpenNlpDocumentReader;

/**
 * Fits the weights of the finder on annotated documents: {@code GOLD.jsonl weights.tsv MODEL…}, with the models "speaker",
 * "content", "acceptance", "confidence" and "stretch". Each looks at what the others choose under the present table, so
 * they are fitted in this order, one run each. The traits name no word, so no text enters the table. Same input, same
 * weights.
 */
public final class FitWeights {

    private static final double MATCH = 0.8;
    private static final double NEAR = 0.5;

    private final QuoteEvidence evidence = new QuoteEvidence();
    private final List<LogLinearFit.Observation> speakers = new ArrayList<>();
    private final List<LogLinearFit.Observation> contents = new ArrayList<>();
    private final List<double[]> reports = new ArrayList<>();
    private final List<double[]> confidences = new ArrayList<>();
    private final List<Boolean> accepted = new ArrayList<>();
    private final List<Boolean> wholly = new ArrayList<>();
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
            addCue(cue, gold, overlap, words);
        }
        for (Option loose : evidence.looseStretches(document, entities)) {
            BitSet inside = overlap.words(loose.spans());
            stretches.add(loose.traits());
            spoken.add(words.stream().anyMatch(quote -> covers(quote, inside)));
        }
    }

    private void addCue(CueEvidence cue, GoldQuotes gold, WordOverlap overlap, List<BitSet> words) {
        for (int g = 0; g < gold.quotes().size(); g++) {
            GoldQuote quote = gold.quotes().get(g);
            if (quote.cue() != null && overlaps(quote.cue(), cue.cue()) && quote.speech()) {
                addSpeakers(cue, quote);
                addContents(cue, overlap, within(cue, overlap, words.get(g)));
            }
        }
        BitSet chosen = overlap.words(cue.contents().get(cue.chosen()).spans());
        double best = 0;
        int bestAt = -1;
        for (int g = 0; g < words.size(); g++) {
            double share = WordOverlap.share(chosen, within(cue, overlap, words.get(g)));
            if (share > best) {
                best = share;
                bestAt = g;
            }
        }
        GoldQuote nearest = bestAt < 0 ? null : gold.quotes().get(bestAt);
        if (best >= NEAR && !nearest.speech()) {
            return;
        }
        reports.add(cue.report());
        confidences.add(cue.confidence());
        accepted.add(best >= MATCH);
        wholly.add(best >= MATCH && speakerRight(cue, nearest));
    }

    /** What of the quotation stands around the cue: sentences that carry it on are joined to it later. */
    private static BitSet within(CueEvidence cue, WordOverlap overlap, BitSet gold) {
        int start = cue.sentence().start();
        for (Option option : cue.contents()) {
            start = Math.min(start, option.spans().getFirst().start());
        }
        BitSet around = overlap.words(List.of(new TextSpan(start, cue.sentence().end())));
        around.and(gold);
        return around;
    }

    private static boolean covers(BitSet quote, BitSet inside) {
        BitSet both = (BitSet) inside.clone();
        both.and(quote);
        return both.cardinality() >= MATCH * inside.cardinality();
    }

    private static boolean speakerRight(CueEvidence cue, GoldQuote quote) {
        if (quote.speaker() == null || cue.speaker() < 0) {
            return quote.speaker() == null && cue.speaker() < 0;
        }
        return overlaps(cue.speakers().get(cue.speaker()).spans().getFirst(), quote.speaker());
    }

    private void addSpeakers(CueEvidence cue, GoldQuote quote) {
        double[] right = new double[cue.speakers().size()];
        for (int c = 0; c < right.length; c++) {
            boolean hit = quote.speaker() != null
                    && overlaps(cue.speakers().get(c).spans().getFirst(), quote.speaker());
            right[c] = hit ? 1 : 0;
        }
        speakers.add(new LogLinearFit.Observation(traits(cue.speakers()), right, true));
    }

    private void addContents(CueEvidence cue, WordOverlap overlap, BitSet gold) {
        double[] right = new double[cue.contents().size()];
        double best = 0;
        for (int c = 0; c < right.length; c++) {
            right[c] = WordOverlap.share(overlap.words(cue.contents().get(c).spans()), gold);
            best = Math.max(best, right[c]);
        }
        if (best >= MATCH) {
            for (int c = 0; c < right.length; c++) {
                right[c] = right[c] >= best - 0.001 ? 1 : right[c] >= MATCH ? 0.3 : 0;
            }
            contents.add(new LogLinearFit.Observation(traits(cue.contents()), right, false));
        }
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
            lines.removeIf(line -> line.startsWith(model + "\t"));
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
            weighed[i] = table.stream().anyMatch(line -> line.startsWith(start));
        }
        return weighed;
    }

    private double[] fit(String model, boolean[] weighed) {
        LogLinearFit fit = new LogLinearFit(0.0005, weighed);
        return switch (model) {
            case "speaker" -> fit.choices(speakers);
            case "content" -> fit.choices(contents);
            case "stretch" -> fit.yesNo(stretches, spoken);
            case "acceptance" -> fit.yesNo(reports, accepted);
            default -> fit.yesNo(confidences, wholly);
        };
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
