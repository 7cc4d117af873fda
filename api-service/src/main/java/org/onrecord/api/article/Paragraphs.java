package org.onrecord.api.article;

import java.util.ArrayList;
import java.util.List;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;

import org.onrecord.api.article.ArticleDiff.Change;
import org.onrecord.api.article.ArticleDiff.Passage;
import org.onrecord.contracts.Field;
import org.onrecord.contracts.Span;

/** Compares texts paragraph by paragraph. Pure. */
final class Paragraphs {

    private static final String BREAK = "\n\n";

    /**
     * The comparison's time and memory grow with the product of what is different; beyond this a text is other words as a
     * whole.
     */
    private static final long MOST_PAIRS = 4_000_000;

    private Paragraphs() {}

    static List<Change> compare(String before, String after) {
        List<Passage> old = of(before);
        List<Passage> now = of(after);
        int head = 0;
        while (head < Math.min(old.size(), now.size())
                && old.get(head).text().equals(now.get(head).text())) {
            head++;
        }
        int tail = 0;
        while (tail < Math.min(old.size(), now.size()) - head
                && old.get(old.size() - 1 - tail)
                        .text()
                        .equals(now.get(now.size() - 1 - tail).text())) {
            tail++;
        }
        List<Passage> oldMiddle = old.subList(head, old.size() - tail);
        List<Passage> newMiddle = now.subList(head, now.size() - tail);
        if ((long) oldMiddle.size() * newMiddle.size() > MOST_PAIRS) {
            return List.of(new Change(whole(before, oldMiddle), whole(after, newMiddle)));
        }
        List<Change> changes = new ArrayList<>();
        for (AbstractDelta<String> delta :
                DiffUtils.diff(words(oldMiddle), words(newMiddle)).getDeltas()) {
            int from = delta.getSource().getPosition();
            int to = delta.getTarget().getPosition();
            int gone = delta.getSource().size();
            int fresh = delta.getTarget().size();
            for (int i = 0; i < Math.max(gone, fresh); i++) {
                changes.add(new Change(
                        i < gone ? oldMiddle.get(from + i) : null, i < fresh ? newMiddle.get(to + i) : null));
            }
        }
        return changes;
    }

    private static Passage whole(String text, List<Passage> passages) {
        int start = passages.getFirst().span().start();
        int end = passages.getLast().span().end();
        return new Passage(new Span(Field.TEXT, start, end), text.substring(start, end));
    }

    private static List<String> words(List<Passage> passages) {
        return passages.stream().map(Passage::text).toList();
    }

    private static List<Passage> of(String text) {
        List<Passage> passages = new ArrayList<>();
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf(BREAK, start);
            int stop = end < 0 ? text.length() : end;
            passages.add(new Passage(new Span(Field.TEXT, start, stop), text.substring(start, stop)));
            start = end < 0 ? text.length() : end + BREAK.length();
        }
        return passages;
    }
}
