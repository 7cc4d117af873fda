package org.onrecord.nlp.quote.report;

import java.util.List;

import org.onrecord.nlp.quote.content.ContentModel;
import org.onrecord.nlp.quote.cue.Cue;
import org.onrecord.nlp.quote.speaker.SpeakerRanking;

/**
 * A cue, who may speak, and what may be reported, the likeliest first.
 *
 * @param speaker null for nobody
 * @param contents at least one
 */
public record Proposal(Cue cue, SpeakerRanking.Choice speaker, List<ContentModel.Choice> contents) {

    public ContentModel.Choice best() {
        return contents.getFirst();
    }
}
