package org.onrecord.nlp.quote.stance;

import java.util.Set;

import org.onrecord.contracts.Stance;
import org.onrecord.nlp.quote.cue.ClaimNouns;
import org.onrecord.nlp.quote.cue.Cue;
import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.reading.WordClass;
import org.onrecord.nlp.quote.report.Report;

/**
 * Tells what the source of a report does with its words, from the cue, the verbs and negations around it and the form of the words.
 * Stateless; looks at some twenty words before the cue and at the ends of the content.
 */
public final class StanceReader {

    private static final Set<String> DENYING =
            Set.of("deny", "dispute", "refute", "rebut", "repudiate", "disavow", "rule out", "denial", "denials");
    /** Deny where a claim is their object, and judge anything else: "dismissed the report", "dismissed him as a clown". */
    private static final Set<String> REJECTING = Set.of("dismiss", "reject");

    private static final Set<String> ASKING = Set.of("ask", "wonder", "inquire", "enquire", "query", "question");

    private static final Set<String> REFUSING = Set.of("refuse", "decline");

    private static final Set<String> REJECTED = Set.of(
            "deny",
            "denies",
            "denied",
            "denying",
            "reject",
            "rejects",
            "rejected",
            "rejecting",
            "dismiss",
            "dismisses",
            "dismissed",
            "dismissing",
            "refute",
            "refutes",
            "refuted",
            "refuting",
            "dispute",
            "disputes",
            "disputed",
            "disputing");

    private static final Set<String> QUESTION_WORDS =
            Set.of("whether", "if", "who", "whom", "whose", "what", "which", "when", "where", "why", "how");

    private StanceReader() {}

    /** @param report with or without a cue */
    public static Stance of(Reading reading, Report report) {
        Cue cue = report.cue();
        if (cue == null || cue.form() == Cue.Form.COLON || cue.form() == Cue.Form.ACCORDING) {
            return asksAsAWhole(reading, report) ? Stance.ASKED : Stance.SAID;
        }
        // A verb that is no verb of saying reports only what stands beside it in quotation marks: it was said.
        boolean says = !cue.entry().lemma().isEmpty();
        boolean nothing = report.start() >= cue.to()
                && reading.lower[report.start()].equals("nothing")
                && !reading.hasFiniteVerb(report.start(), report.end());
        if (cue.form() == Cue.Form.NOUN
                ? isOfNobody(reading, cue)
                : says
                        && (nothing
                                || refuses(reading, report)
                                || VerbGroup.of(reading, cue).assertsNothing())) {
            return Stance.UNSAID;
        }
        if (cue.form() == Cue.Form.NOUN && isRejected(reading, cue) || denies(reading, report)) {
            return Stance.DENIED;
        }
        return asks(reading, report) ? Stance.ASKED : Stance.SAID;
    }

    /** "No reports of injuries". */
    private static boolean isOfNobody(Reading reading, Cue cue) {
        int i = cue.from() - 1;
        while (reading.classAt(i) == WordClass.ADJECTIVE) {
            i--;
        }
        return reading.wordAt(i).equals("no");
    }

    /** "Denied the claim that", "rejected reports that": whose claim it is, it is denied here. */
    private static boolean isRejected(Reading reading, Cue cue) {
        int i = cue.from() - 1;
        while (reading.classAt(i) == WordClass.DETERMINER || reading.classAt(i) == WordClass.ADJECTIVE) {
            i--;
        }
        return REJECTED.contains(reading.wordAt(i));
    }

    /** "Refused to answer whether": "refused to leave" tells of something else. */
    private static boolean refuses(Reading reading, Report report) {
        return REFUSING.contains(report.cue().entry().lemma())
                && QUESTION_WORDS.contains(reading.lower[report.start()]);
    }

    /** Whether a source is told not to say the words, or not to be willing to. */
    public static boolean isWithheld(Reading reading, Report report) {
        Cue cue = report.cue();
        boolean says = cue != null && cue.form() != Cue.Form.COLON && cue.form() != Cue.Form.ACCORDING;
        return says
                && !cue.entry().lemma().isEmpty()
                && VerbGroup.of(reading, cue).isNegated();
    }

    /** “That is a lie,” he denied: a quotation before its cue is what was said. */
    private static boolean denies(Reading reading, Report report) {
        int start = report.start();
        String lemma = report.cue().entry().lemma();
        if (start < report.cue().from() && reading.quoted(start)) {
            return false;
        }
        if (DENYING.contains(lemma)) {
            return true;
        }
        return REJECTING.contains(lemma)
                && report.start() >= report.cue().to()
                && ClaimNouns.beginAt(reading, report.cue().to())
                && !isQuoted(reading, report);
    }

    /** “Nonsense” of a claim that is dismissed as such: that was said. */
    private static boolean isQuoted(Reading reading, Report report) {
        return reading.quoted(report.start());
    }

    private static boolean asks(Reading reading, Report report) {
        if (!ASKING.contains(report.cue().entry().lemma())) {
            return asksAsAWhole(reading, report);
        }
        return QUESTION_WORDS.contains(reading.lower[report.start()]) || endsWithQuestionMark(reading, report);
    }

    /** One question and nothing beside it; a turn of an interview may say something before it asks. */
    private static boolean asksAsAWhole(Reading reading, Report report) {
        if (report.spans().size() > 1 || !endsWithQuestionMark(reading, report)) {
            return false;
        }
        if (report.cue() != null && report.cue().form() == Cue.Form.COLON) {
            return true;
        }
        for (int i = report.start(); i < report.end(); i++) {
            if (reading.lower[i].equals(".") || reading.lower[i].equals("!")) {
                return false;
            }
        }
        return true;
    }

    private static boolean endsWithQuestionMark(Reading reading, Report report) {
        int last = report.end() - 1;
        while (last > report.start() && reading.classes[last] == WordClass.QUOTE) {
            last--;
        }
        return reading.lower[last].equals("?");
    }
}
