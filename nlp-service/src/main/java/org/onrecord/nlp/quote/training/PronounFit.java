package org.onrecord.nlp.quote.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.onrecord.nlp.coreference.PronounEvidence;
import org.onrecord.nlp.weight.Weights;

/** Fits the weights of those whom "he" and "she" may mean. Deterministic. */
final class PronounFit {
    private static final String MODEL = "pronoun";
    private static final double PRIOR = 0.003;

    /** Seldom with those who are quoted, so weighed by hand: speakers are no owners. */
    private static final Set<String> BY_HAND = Set.of("OWNER_IN_SENTENCE", "LATEST_OWNER", "NAMED_BEHIND");

    /** A choice, and the fold of its document. */
    private record Lesson(LogLinearFit.Observation observation, int fold) {}

    private final List<Lesson> lessons = new ArrayList<>();

    /**
     * @param persons whom a pronoun may mean
     * @param who the names of those whom it means
     * @param fold of its document
     */
    void add(List<PronounEvidence.Person> persons, List<String> who, int fold) {
        double[][] traits = new double[persons.size()][];
        double[] right = new double[persons.size()];
        for (int c = 0; c < traits.length; c++) {
            String name = persons.get(c).name();
            traits[c] = persons.get(c).traits();
            right[c] = who.stream().anyMatch(gold -> SameName.same(gold, name)) ? 1 : 0;
        }
        lessons.add(new Lesson(new LogLinearFit.Observation(traits, right, true), fold));
    }

    /** Fitted on all documents but those of a fold; -1 for all. */
    Weights fit(int without) {
        List<String> traits = PronounEvidence.traitNames();
        boolean[] weighed = new boolean[traits.size()];
        for (int i = 0; i < weighed.length; i++) {
            weighed[i] = !BY_HAND.contains(traits.get(i));
        }
        double[] fitted = new LogLinearFit(PRIOR, weighed)
                .choices(lessons.stream()
                        .filter(lesson -> without < 0 || lesson.fold() != without)
                        .map(Lesson::observation)
                        .toList());
        double[] shipped = PronounEvidence.shipped().byOrdinal();
        for (int i = 0; i < fitted.length; i++) {
            fitted[i] = weighed[i] ? fitted[i] : shipped[i];
        }
        return new Weights(fitted);
    }

    /** Puts the weights into the lines of a table, in place of those that were there. */
    void write(List<String> lines) {
        lines.removeIf(line -> line.startsWith(MODEL + "\t"));
        double[] weights = fit(-1).byOrdinal();
        for (int i = 0; i < weights.length; i++) {
            if (Math.abs(weights[i]) >= 0.0005) {
                String trait = PronounEvidence.traitNames().get(i);
                lines.add(String.format(Locale.ROOT, "%s\t%s\t%.3f", MODEL, trait, weights[i]));
            }
        }
    }

    /** Accuracy and calibration on documents left out. */
    void report(int folds) {
        LeftOut leftOut = new LeftOut();
        for (int fold = 0; fold < folds; fold++) {
            Weights weights = fit(fold);
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
                    leftOut.add(best < 0 ? !known : o.right()[best] > 0, known, best < 0 ? rest : likely[best]);
                }
            }
        }
        leftOut.print(MODEL);
    }
}
