package org.onrecord.nlp.quote;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Everything around a cue that may be what it reports, each with its traits. */
final class ContentCandidates {

    private ContentCandidates() {}

    static List<ContentCandidate> around(Reading reading, Cue cue, SpeakerCandidate speaker, BitSet cueTokens) {
        Scene scene = new Scene(reading, cue, speaker, cueTokens);
        List<ContentCandidate> candidates = new ArrayList<>(new ContentBehindCue(scene).find());
        candidates.addAll(new ContentBeforeCue(scene).find());
        return candidates;
    }
}
