package org.onrecord.nlp.quote.content;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import org.onrecord.nlp.quote.cue.Cue;
import org.onrecord.nlp.quote.reading.NounPhrases;
import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.reading.WordClass;
import org.onrecord.nlp.quote.speaker.SpeakerCandidate;
import org.onrecord.nlp.weight.FeatureIds;

/**
 * All that a cue may report, as a chain of choices: where it begins, whether it goes on behind the cue if it began before
 * it, and where it ends. Not thread-safe.
 */
public final class ContentOptions {

    private static final int WINDOW = 16;
    private static final int MOST_RESUMPTIONS = 4;

    private final Scene scene;
    private final Reading reading;
    private final List<Opening> openings;
    private final ContentFeatures features;

    public ContentOptions(Reading reading, Cue cue, SpeakerCandidate speaker, BitSet cueTokens) {
        this.scene = new Scene(reading, cue, speaker, cueTokens);
        this.reading = reading;
        this.openings = new Openings(scene).find();
        this.features = new ContentFeatures(scene, openings);
    }

    public int openings() {
        return openings.size();
    }

    Opening opening(int opening) {
        return openings.get(opening);
    }

    public void openingFeatures(int opening, FeatureIds into) {
        into.clear();
        features.opening(into, openings.get(opening), opening);
    }

    /**
     * Where content goes on behind its cue. For content that begins behind it, its own beginning; for content before it, first
     * -1 for nowhere.
     */
    public int[] resumptions(int opening) {
        Opening o = openings.get(opening);
        if (!o.isBefore()) {
            return new int[] {o.from()};
        }
        List<Integer> found = new ArrayList<>();
        found.add(-1);
        if (o.kind() == Opening.Kind.SUBJECT) {
            passive(found);
        } else {
            active(found);
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    private void passive(List<Integer> found) {
        add(found, scene.cue.to());
        if (reading.wordAt(scene.cue.to()).equals("by")) {
            add(found, NounPhrases.endOf(reading, scene.cue.to() + 1, scene.last));
        }
        for (int i = scene.cue.to() + 1; i < Math.min(scene.last, scene.cue.to() + WINDOW); i++) {
            if (reading.classes[i] == WordClass.TO || reading.wordAt(i - 1).equals("as")) {
                add(found, i);
            }
        }
    }

    private void active(List<Integer> found) {
        int behind = scene.skipTime(scene.rest);
        for (int i = behind; i < scene.last; i++) {
            boolean near = i < behind + WINDOW;
            WordClass left = reading.classAt(i - 1);
            boolean mark = i > behind
                    && near
                    && !scene.hidden(i)
                    && (left == WordClass.COMMA
                            || left == WordClass.DASH
                            || left == WordClass.COLON
                            || left == WordClass.CLOSE_BRACKET
                            || left == WordClass.SEMICOLON);
            if (reading.opensStretch(i)) {
                add(found, i);
                return;
            }
            if (mark || i == behind && near && reading.classes[i] == WordClass.VERB) {
                add(found, i);
            }
        }
    }

    private void add(List<Integer> found, int i) {
        if (i < scene.last && found.size() < MOST_RESUMPTIONS && !found.contains(i)) {
            found.add(i);
        }
    }

    public void resumptionFeatures(int opening, int resumption, FeatureIds into) {
        into.clear();
        features.resumption(into, openings.get(opening), resumption < 0 ? scene.last : resumption);
    }

    /** Where the last piece may end. */
    public int[] ends(int opening, int resumption) {
        return resumption < 0 ? new int[] {openings.get(opening).before()} : Endings.behind(scene, resumption);
    }

    /** What speaks for ending there. */
    public void endFeatures(int opening, int resumption, int end, int index, FeatureIds into) {
        into.clear();
        features.ending(into, openings.get(opening), resumption, end, index, 0);
    }

    /** What speaks for going on past there. */
    public void passFeatures(int opening, int resumption, int end, int index, FeatureIds into) {
        into.clear();
        features.ending(into, openings.get(opening), resumption, end, index, 1);
    }

    public List<Span> spans(int opening, int resumption, int end) {
        Opening o = openings.get(opening);
        if (!o.isBefore()) {
            return List.of(new Span(o.from(), end));
        }
        return resumption < 0
                ? List.of(new Span(o.from(), o.before()))
                : List.of(new Span(o.from(), o.before()), new Span(resumption, end));
    }
}
