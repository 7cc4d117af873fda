package org.onrecord.nlp.quote.stance;

import java.util.Set;

import org.onrecord.nlp.quote.reading.Reading;

/** Words that govern a verb of saying: "declined to say", "is expected to announce", "without specifying". By their forms. */
final class Governors {

    private static final Set<String> REFUSING = forms(
            "decline declines declined declining refuse refuses refused refusing fail fails failed failing neglect neglects"
                    + " neglected omit omits omitted forget forgets forgot unable unwilling reluctant yet hesitate hesitates"
                    + " hesitated decline avoid avoids avoided avoiding early soon hard difficult impossible premature"
                    + " incapable powerless");

    private static final Set<String> PLANNING = forms(
            "expected due set likely unlikely scheduled slated about going plan plans planned planning intend intends"
                    + " intended intending hope hopes hoping want wants wanted wanting poised ready bound supposed prepared"
                    + " preparing threaten threatens threatened threatening agree agrees agreed promise promises promised"
                    + " pledge pledges pledged vow vows vowed offer offers offered ought need needs needed wish wishes asked"
                    + " urged told invited ordered pressed called supposed required obliged expects expecting");

    /** "Would go on to say", "came to say", "was forced to admit": they did. */
    private static final Set<String> CARRYING_ON = forms("on");

    /** Of a gerund: "without saying", "refrained from saying", "stopped short of saying", "denied saying". */
    private static final Set<String> KEEPING_FROM =
            forms("without avoid avoids avoided avoiding deny denies denied denying");

    private static final Set<String> BEFORE_FROM = forms(
            "refrain refrains refrained refraining abstain abstains abstained stop stops stopped prevent prevents prevented"
                    + " bar barred keep kept prohibit prohibited");

    enum Kind {
        REFUSES,
        PLANS,
        CARRIES_ON,
        NOTHING
    }

    private Governors() {}

    /** What the word at a token, the last before "to" or before a gerund, says of the verb that follows. */
    static Kind at(Reading reading, int i) {
        String word = reading.lower[i];
        boolean gerund = reading.wordAt(i + 1).endsWith("ing");
        if (gerund) {
            boolean from = word.equals("from") && BEFORE_FROM.contains(reading.wordAt(i - 1));
            boolean shortOf = word.equals("of") && reading.wordAt(i - 1).equals("short");
            return KEEPING_FROM.contains(word) || from || shortOf ? Kind.REFUSES : Kind.NOTHING;
        }
        if (REFUSING.contains(word)) {
            return Kind.REFUSES;
        }
        if (PLANNING.contains(word)) {
            return Kind.PLANS;
        }
        return CARRYING_ON.contains(word) ? Kind.CARRIES_ON : Kind.NOTHING;
    }

    static boolean isOne(Reading reading, int i) {
        return at(reading, i) != Kind.NOTHING;
    }

    private static Set<String> forms(String words) {
        return Set.copyOf(java.util.List.of(words.split(" ")));
    }
}
