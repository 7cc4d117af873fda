package org.onrecord.nlp.quote.uncued;

import java.util.ArrayList;
import java.util.List;

import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.reading.WordClass;
import org.onrecord.nlp.quote.report.Report;

/**
 * {@code called him a “bully,” an “old fool” and “sick”}: what a report quotes first and what follows it in a list are one
 * speaker's words.
 */
public final class ListedQuotations {

    private ListedQuotations() {}

    /** The reports with their last span drawn to the end of the list that it begins. */
    public static List<Report> complete(Reading reading, List<Report> reports) {
        List<Report> completed = new ArrayList<>();
        for (int r = 0; r < reports.size(); r++) {
            Report report = reports.get(r);
            int next = r + 1 < reports.size() ? reports.get(r + 1).start() : reading.tokens.size();
            int end = endOfList(reading, report.end(), next);
            completed.add(end > report.end() ? report.endingAt(end) : report);
        }
        return completed;
    }

    private static int endOfList(Reading reading, int end, int ceiling) {
        int to = end;
        while (reading.closesStretch(to - 1)) {
            int open = nextItem(reading, to);
            if (open < 0 || reading.stretchEnd(open) > ceiling) {
                break;
            }
            to = reading.stretchEnd(open);
        }
        return to;
    }

    /** Where the next quoted item opens, with a comma or a coordinator and at most a determiner before it; -1 for none. */
    private static int nextItem(Reading reading, int from) {
        int i = from;
        boolean comma = reading.classAt(from - 2) == WordClass.COMMA;
        while (reading.classAt(i) == WordClass.COMMA || reading.classAt(i) == WordClass.COORDINATOR) {
            i++;
        }
        boolean listed = i > from || comma;
        if (reading.classAt(i) == WordClass.DETERMINER) {
            i++;
        }
        boolean item = listed && reading.opensStretch(i) && !reading.capitalised(i + 1);
        return item && reading.sentenceOf[i] == reading.sentenceOf[from - 1] ? i : -1;
    }
}
