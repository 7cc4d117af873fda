package org.onrecord.nlp.name.training.field;

/**
 * A sentence ready for training.
 *
 * @param features numbers of the features, token after token
 * @param ends for each token one past its last feature
 * @param allowed for each token the bit set of labels that the gold allows; more than one where it does not say
 */
record TrainingSentence(int[] features, int[] ends, int[] allowed) {
    int start(int token) {
        return token == 0 ? 0 : ends[token - 1];
    }
}
