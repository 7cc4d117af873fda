package org.onrecord.nlp.coreference;

import java.util.HashMap;
import java.util.Map;

/** How many of those who bear a first name are women, by {@code first-name-shares.txt}. */
final class FirstNameShares {
    /** In the news a name that tells nothing is a man's more often. */
    private static final double UNKNOWN = 0.35;

    private static final double LEAST = 0.02;

    private static final Map<String, Double> SHARES = read();

    private FirstNameShares() {}

    private static Map<String, Double> read() {
        Map<String, Double> shares = new HashMap<>();
        WordTable.read("first-name-shares.txt")
                .forEach((name, share) -> shares.put(name, Double.parseDouble(share.getFirst()) / 100));
        return shares;
    }

    static boolean knows(String name) {
        return SHARES.containsKey(name);
    }

    /** The logarithm of the odds that somebody of this first name is a woman; of "Mary-Ann" by its first part. */
    static double logOddsOfWoman(String name) {
        Double share = SHARES.get(name);
        int hyphen = name.indexOf('-');
        if (share == null && hyphen > 0) {
            share = SHARES.get(name.substring(0, hyphen));
        }
        double women = Math.clamp(share == null ? UNKNOWN : share, LEAST, 1 - LEAST);
        return Math.log(women / (1 - women));
    }
}
