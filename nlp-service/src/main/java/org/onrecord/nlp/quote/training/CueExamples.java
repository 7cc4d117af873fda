package org.onrecord.nlp.quote.training;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import org.onrecord.nlp.quote.Quotation.TextSpan;
import org.onrecord.nlp.quote.content.ContentOptions;
import org.onrecord.nlp.quote.content.Span;
import org.onrecord.nlp.quote.cue.Cue;
import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.training.NewsQuotes.NewsQuote;
import org.onrecord.nlp.weight.FeatureIds;

/** The choices that an annotator made at the cues of a document, as the content model makes them. */
final class CueExamples {

    private static final double MATCH = 0.8;
    private static final double NEAR = 0.5;
    private static final double NEARLY_BEST = 0.3;
    private static final double ATTITUDE = 0.5;

    private final Reading reading;
    private final List<NewsQuote> quotes;
    private final int[] words;
    private final List<int[]> quoteWords = new ArrayList<>();
    private final FeatureIds features = new FeatureIds();
    private final List<ChoiceFit.Observation> observations;
    /** For each quote, the best overlap that any option of any of its cues has; -1 where no cue of it is found. */
    final double[] reached;

    final List<String> misses = new ArrayList<>();

    CueExamples(Reading reading, List<NewsQuote> quotes, List<ChoiceFit.Observation> observations) {
        this.reading = reading;
        this.quotes = quotes;
        this.observations = observations;
        this.words = new int[reading.tokens.size() + 1];
        for (int i = 0; i < reading.tokens.size(); i++) {
            words[i + 1] = words[i] + (isWord(i) ? 1 : 0);
        }
        for (NewsQuote quote : quotes) {
            quoteWords.add(wordsIn(quote.spans()));
        }
        this.reached = new double[quotes.size()];
        java.util.Arrays.fill(reached, -1);
    }

    private boolean isWord(int i) {
        return Character.isLetterOrDigit(reading.tokens.get(i).text().codePointAt(0));
    }

    /** How many words of some spans stand before each token. */
    private int[] wordsIn(List<TextSpan> spans) {
        int[] before = new int[reading.tokens.size() + 1];
        int s = 0;
        for (int i = 0; i < reading.tokens.size(); i++) {
            var token = reading.tokens.get(i);
            while (s < spans.size() && spans.get(s).end() <= token.start()) {
                s++;
            }
            boolean inside = s < spans.size() && spans.get(s).start() < token.end() && isWord(i);
            before[i + 1] = before[i] + (inside ? 1 : 0);
        }
        return before;
    }

    void add(Cue cue, ContentOptions options) {
        int quote = quoteOf(cue, options);
        if (options.openings() == 0) {
            return;
        }
        if (quote < 0) {
            openings(options, new double[options.openings()], 1);
        } else if (!quotes.get(quote).isSpeech()) {
            openings(options, new double[options.openings()], ATTITUDE);
        } else {
            chain(options, quote, cue);
        }
    }

    /** The quote whose cue this is; of several the one it reaches best; -1 for none. */
    private int quoteOf(Cue cue, ContentOptions options) {
        int start = reading.tokens.get(cue.from()).start();
        int end = reading.tokens.get(cue.to() - 1).end();
        int best = -1;
        double highest = -1;
        for (int q = 0; q < quotes.size(); q++) {
            TextSpan its = quotes.get(q).cue();
            if (its != null && its.start() < end && start < its.end()) {
                double share = bestShare(options, q, cue);
                reached[q] = Math.max(reached[q], share);
                if (share > highest) {
                    highest = share;
                    best = q;
                }
            }
        }
        return best;
    }

    /** The words of a quote around a cue: sentences that carry it on are joined to it later. */
    private int wanted(int quote, Cue cue, ContentOptions options) {
        int[] its = quoteWords.get(quote);
        int from = reading.sentence(cue.from()).from();
        int to = reading.sentence(cue.from()).to();
        for (int o = 0; o < options.openings(); o++) {
            for (Span span : options.spans(o, -1 - 0, 0)) {
                from = Math.min(from, span.from());
            }
        }
        int around = its[to] - its[from];
        return around == 0 ? its[its.length - 1] : around;
    }

    private double share(List<Span> spans, int quote, int wanted) {
        int[] its = quoteWords.get(quote);
        int both = 0;
        int all = wanted;
        for (Span span : spans) {
            int shared = its[span.to()] - its[span.from()];
            both += shared;
            all += words[span.to()] - words[span.from()] - shared;
            if (reading.lower[span.from()].equals("that") && its[span.from() + 1] == its[span.from()]) {
                all--;
            }
        }
        return all == 0 ? 0 : (double) both / all;
    }

    private double bestShare(ContentOptions options, int quote, Cue cue) {
        double best = 0;
        int wanted = wanted(quote, cue, options);
        for (int o = 0; o < options.openings(); o++) {
            best = Math.max(best, bestFrom(options, o, quote, wanted));
        }
        return best;
    }

    private double bestFrom(ContentOptions options, int opening, int quote, int wanted) {
        double best = 0;
        for (int r : options.resumptions(opening)) {
            best = Math.max(best, bestEnd(options, opening, r, quote, wanted));
        }
        return best;
    }

    private double bestEnd(ContentOptions options, int opening, int resumption, int quote, int wanted) {
        double best = 0;
        for (int e : options.ends(opening, resumption)) {
            best = Math.max(best, share(options.spans(opening, resumption, e), quote, wanted));
        }
        return best;
    }

    /**
     * Whether these are the words of an annotated quote that the cue reports, or that no cue reports; null where they are
     * those of an attitude.
     */
    Boolean isRight(Cue cue, List<Span> spans, BitSet cueTokens) {
        double highest = 0;
        NewsQuote nearest = null;
        int from =
                Math.min(reading.sentence(cue.from()).from(), spans.getFirst().from());
        int to = Math.max(reading.sentence(cue.from()).to(), spans.getLast().to());
        for (int q = 0; q < quotes.size(); q++) {
            int[] its = quoteWords.get(q);
            if (its[to] > its[from] && mayReport(cue, quotes.get(q), cueTokens)) {
                double share = share(spans, q, its[to] - its[from]);
                if (share > highest) {
                    highest = share;
                    nearest = quotes.get(q);
                }
            }
        }
        if (highest >= NEAR && !nearest.isSpeech()) {
            return null;
        }
        return highest >= MATCH;
    }

    private boolean mayReport(Cue cue, NewsQuote quote, BitSet cueTokens) {
        if (quote.cue() == null) {
            return true;
        }
        boolean other = false;
        int low = 0;
        int high = reading.tokens.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (reading.tokens.get(middle).end() <= quote.cue().start()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        for (int i = low;
                i < reading.tokens.size()
                        && reading.tokens.get(i).start() < quote.cue().end();
                i++) {
            if (cue.from() <= i && i < cue.to()) {
                return true;
            }
            other |= cueTokens.get(i);
        }
        return !other;
    }

    private void openings(ContentOptions options, double[] right, double weight) {
        int[][] ids = new int[options.openings()][];
        for (int o = 0; o < ids.length; o++) {
            options.openingFeatures(o, features);
            ids[o] = features.toArray();
        }
        observations.add(new ChoiceFit.Observation(ids, null, right, true, weight));
    }

    private void chain(ContentOptions options, int quote, Cue cue) {
        int wanted = wanted(quote, cue, options);
        double[] shares = new double[options.openings()];
        for (int o = 0; o < shares.length; o++) {
            shares[o] = bestFrom(options, o, quote, wanted);
        }
        double[] right = right(shares);
        if (right == null) {
            return;
        }
        openings(options, right, 1);
        for (int o = 0; o < shares.length; o++) {
            if (right[o] > 0) {
                resumptions(options, o, quote, wanted, right[o]);
            }
        }
    }

    /** Which of the options are right, by their overlap; null where none comes near. */
    private static double[] right(double[] shares) {
        double best = 0;
        for (double share : shares) {
            best = Math.max(best, share);
        }
        if (best < NEAR) {
            return null;
        }
        double[] right = new double[shares.length];
        for (int i = 0; i < right.length; i++) {
            right[i] = shares[i] >= best - 0.001 ? 1 : shares[i] >= MATCH ? NEARLY_BEST : 0;
        }
        return right;
    }

    private void resumptions(ContentOptions options, int opening, int quote, int wanted, double weight) {
        int[] resumptions = options.resumptions(opening);
        double[] shares = new double[resumptions.length];
        for (int r = 0; r < shares.length; r++) {
            shares[r] = bestEnd(options, opening, resumptions[r], quote, wanted);
        }
        double[] right = right(shares);
        if (right == null) {
            return;
        }
        if (resumptions.length > 1) {
            int[][] ids = new int[resumptions.length][];
            for (int r = 0; r < ids.length; r++) {
                options.resumptionFeatures(opening, resumptions[r], features);
                ids[r] = features.toArray();
            }
            observations.add(new ChoiceFit.Observation(ids, null, right, false, weight));
        }
        for (int r = 0; r < right.length; r++) {
            if (right[r] == 1 && resumptions[r] >= 0) {
                ends(options, opening, resumptions[r], quote, wanted, weight);
            }
        }
    }

    private void ends(ContentOptions options, int opening, int resumption, int quote, int wanted, double weight) {
        int[] ends = options.ends(opening, resumption);
        double[] shares = new double[ends.length];
        for (int e = 0; e < ends.length; e++) {
            shares[e] = share(options.spans(opening, resumption, ends[e]), quote, wanted);
        }
        double[] right = right(shares);
        if (right == null || ends.length < 2) {
            return;
        }
        int[][] ids = new int[ends.length][];
        int[][] passed = new int[ends.length][];
        for (int e = 0; e < ends.length; e++) {
            options.endFeatures(opening, resumption, ends[e], e, features);
            ids[e] = features.toArray();
            options.passFeatures(opening, resumption, ends[e], e, features);
            passed[e] = features.toArray();
        }
        observations.add(new ChoiceFit.Observation(ids, passed, right, false, weight));
    }

    static BitSet tokensOf(List<Cue> cues) {
        BitSet tokens = new BitSet();
        cues.forEach(cue -> tokens.set(cue.from(), cue.to()));
        return tokens;
    }
}
