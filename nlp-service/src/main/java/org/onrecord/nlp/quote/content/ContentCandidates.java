package org.onrecord.nlp.quote.content;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import org.onrecord.nlp.quote.cue.Cue;
import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.speaker.SpeakerCandidate;

/** Everything around a cue that may be what it reports, each with its traits. */
public final class ContentCandidates {

    private ContentCandidates() {}

    public static List<ContentCandidate> around(Reading reading, Cue cue, SpeakerCandidate speaker, BitSet cueTokens) {
        Scene scene = new Scene(reading, cue, speaker, cueTokens);
        List<ContentCandidate> candidates = new ArrayList<>(new ContentBehindCue(scene).find());
        candidates.addAll(new ContentBeforeCue(scene).find());
        return candidates;
    }
}
