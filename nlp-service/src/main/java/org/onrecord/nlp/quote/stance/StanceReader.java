package org.onrecord.nlp.quote.stance;

import java.util.Set;

import org.onrecord.contracts.Stance;
import org.onrecord.nlp.quote.content.ContentCandidate.Span;
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

    private static final Set<String> CLAIMS = Set.of(
            "claim",
            "allegation",
            "accusation",
            "report",
            "charge",
            "rumour",
            "rumor",
            "suggestion",
            "assertion",
            "story",
            "complaint",
            "notion",
            "idea",
            "criticism",
            "concern",
            "fear",
            "speculation",
            "theory");

    private static final Set<String> ASKING = Set.of("ask", "wonder", "inquire", "enquire", "query", "question");

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
        if (says && cue.form() != Cue.Form.NOUN && VerbGroup.of(reading, cue).assertsNothing()) {
            return Stance.UNSAID;
        }
        if (denies(reading, report)) {
            return Stance.DENIED;
        }
        return asks(reading, report) ? Stance.ASKED : Stance.SAID;
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
        return REJECTING.contains(lemma) && isClaim(reading, report);
    }

    private static boolean isClaim(Reading reading, Report report) {
        Span span = report.spans().getFirst();
        for (int i = report.cue().to(); i < Math.min(span.to(), span.from() + 6); i++) {
            String word = reading.lower[i];
            if (reading.quoted(i) || word.equals("as")) {
                return false;
            }
            if (CLAIMS.contains(word) || word.endsWith("s") && CLAIMS.contains(word.substring(0, word.length() - 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean asks(Reading reading, Report report) {
        if (!ASKING.contains(report.cue().entry().lemma())) {
            return asksAsAWhole(reading, report);
        }
        return QUESTION_WORDS.contains(reading.lower[report.start()]) || endsWithQuestionMark(reading, report);
    }

    /** One question and nothing beside it. */
    private static boolean asksAsAWhole(Reading reading, Report report) {
        if (report.spans().size() > 1 || !endsWithQuestionMark(reading, report)) {
            return false;
        }
        int questions = 0;
        int statements = 0;
        for (int i = report.start(); i < report.end(); i++) {
            if (reading.classes[i] == WordClass.STOP && i + 1 < report.end() && !reading.lower[i].equals("…")) {
                questions += reading.lower[i].equals("?") ? 1 : 0;
                statements += reading.lower[i].equals("?") ? 0 : 1;
            }
        }
        return statements <= questions;
    }

    private static boolean endsWithQuestionMark(Reading reading, Report report) {
        int last = report.end() - 1;
        while (last > report.start() && reading.classes[last] == WordClass.QUOTE) {
            last--;
        }
        return reading.lower[last].equals("?");
    }
}
