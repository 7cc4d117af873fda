package org.onrecord.nlp.name.label;

/** The best sequence of labels, given a score for each label at each token and for each pair of neighbours. */
public final class Viterbi {
    private static final float IMPOSSIBLE = -1e30f;

    private Viterbi() {}

    /**
     * Finds the best sequence.
     *
     * @param scores {@code scores[i * Labels.COUNT + label]} for token {@code i}
     * @param transitions {@code transitions[from * Labels.COUNT + to]}
     * @param tokens number of tokens
     * @param allowed bit set of the labels each token may have, or null where all are allowed; at least one sequence of
     *     allowed labels must exist
     */
    public static int[] best(float[] scores, float[] transitions, int tokens, int[] allowed) {
        int labels = Labels.COUNT;
        byte[] back = new byte[tokens * labels];
        float[] previous = new float[labels];
        float[] current = new float[labels];
        for (int i = 0; i < tokens; i++) {
            for (int to = 0; to < labels; to++) {
                float best = IMPOSSIBLE;
                if (allowed == null || (allowed[i] >> to & 1) != 0) {
                    if (i == 0) {
                        best = Labels.mayStart(to) ? 0 : IMPOSSIBLE;
                    } else {
                        for (int from : Labels.before(to)) {
                            float score = previous[from] + transitions[from * labels + to];
                            if (score > best) {
                                best = score;
                                back[i * labels + to] = (byte) from;
                            }
                        }
                    }
                    best += scores[i * labels + to];
                }
                current[to] = best;
            }
            float[] swap = previous;
            previous = current;
            current = swap;
        }
        return trace(previous, back, tokens);
    }

    private static int[] trace(float[] last, byte[] back, int tokens) {
        int[] path = new int[tokens];
        int best = Labels.OUTSIDE;
        for (int label = 0; label < Labels.COUNT; label++) {
            if (Labels.mayEnd(label) && last[label] > last[best]) {
                best = label;
            }
        }
        for (int i = tokens - 1; i >= 0; i--) {
            path[i] = best;
            best = back[i * Labels.COUNT + best];
        }
        return path;
    }
}
