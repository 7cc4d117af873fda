package org.onrecord.nlp.quote.training;

import java.util.Locale;

/** How often choices are right in documents left out, and how sure they were. */
final class LeftOut {
    private int all;
    private int right;
    private int named;
    private final int[] ofTenth = new int[11];
    private final int[] rightOfTenth = new int[11];

    /**
     * @param hit whether the choice is right
     * @param known whether one of the candidates is
     * @param probability of the choice
     */
    void add(boolean hit, boolean known, double probability) {
        all++;
        right += hit ? 1 : 0;
        named += known ? 1 : 0;
        int tenth = (int) (10 * probability);
        ofTenth[tenth]++;
        rightOfTenth[tenth] += hit ? 1 : 0;
    }

    void print(String model) {
        System.err.printf(
                Locale.ROOT, "%s: %d of %d right on documents left out; %d can be reached%n", model, right, all, named);
        for (int tenth = 0; tenth < ofTenth.length; tenth++) {
            if (ofTenth[tenth] > 0) {
                System.err.printf(Locale.ROOT, "  %.1f: %d of %d%n", tenth / 10.0, rightOfTenth[tenth], ofTenth[tenth]);
            }
        }
    }
}
