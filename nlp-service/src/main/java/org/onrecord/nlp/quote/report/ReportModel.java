package org.onrecord.nlp.quote.report;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.zip.GZIPInputStream;

import org.onrecord.nlp.quote.content.ContentModel;
import org.onrecord.nlp.quote.content.ContentOptions;
import org.onrecord.nlp.quote.cue.Cue;
import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.speaker.SpeakerCandidate;
import org.onrecord.nlp.quote.speaker.SpeakerCandidates;
import org.onrecord.nlp.quote.speaker.SpeakerRanking;
import org.onrecord.nlp.weight.HashedWeights;
import org.onrecord.nlp.weight.Trees;

/**
 * The trained models that find what the cues of a document report: one proposes words for each cue, the other judges how
 * probable it is that they are right. Immutable and thread-safe.
 */
public final class ReportModel {

    private static final String RESOURCE = "/org/onrecord/nlp/quote/reports.model.gz";
    private static final int MOST = 4;
    private static final int FEW = 2;
    /** No sentence of prose has more cues; a limit keeps the work per word bounded. */
    private static final int MOST_IN_SENTENCE = 16;

    private final HashedWeights weights;
    private final ContentModel contents;
    private final Trees right;

    public ReportModel(HashedWeights weights, Trees right) {
        this.weights = weights;
        this.contents = new ContentModel(weights);
        this.right = right;
    }

    /** The models that are shipped. */
    public static ReportModel shipped() {
        try (InputStream in = ReportModel.class.getResourceAsStream(RESOURCE);
                DataInputStream data = new DataInputStream(new BufferedInputStream(new GZIPInputStream(in)))) {
            return new ReportModel(HashedWeights.read(data), Trees.read(data));
        } catch (IOException e) {
            throw new UncheckedIOException("The models of reports cannot be read", e);
        }
    }

    public void write(DataOutputStream out) throws IOException {
        weights.write(out);
        right.write(out);
    }

    /**
     * A proposal with the words that are most probably right.
     *
     * @param content index in its contents
     * @param probability that these are the words of a report
     */
    public record Judged(Proposal proposal, int content, double probability) {
        public ContentModel.Choice words() {
            return proposal.contents().get(content);
        }
    }

    /** What each cue may report. Cues that hardly can are left out. */
    public List<Proposal> propose(Reading reading, List<Cue> cues) {
        BitSet cueTokens = new BitSet();
        cues.forEach(cue -> cueTokens.set(cue.from(), cue.to()));
        List<Proposal> proposals = new ArrayList<>();
        int sentence = -1;
        int inSentence = 0;
        for (Cue cue : cues) {
            inSentence = reading.sentenceOf[cue.from()] == sentence ? inSentence + 1 : 1;
            sentence = reading.sentenceOf[cue.from()];
            if (inSentence > MOST_IN_SENTENCE) {
                continue;
            }
            SpeakerRanking.Choice speaker = SpeakerRanking.best(SpeakerCandidates.around(reading, cue));
            SpeakerCandidate who = speaker == null ? null : speaker.speaker();
            List<ContentModel.Choice> found = contents.choose(new ContentOptions(reading, cue, who, cueTokens), MOST);
            if (!found.isEmpty()) {
                proposals.add(new Proposal(
                        cue,
                        speaker,
                        found.getFirst().speech() < 0.1 && found.size() > FEW ? found.subList(0, FEW) : found));
            }
        }
        return proposals;
    }

    /** Which of its contents each proposal most probably reports. */
    public List<Judged> judge(Reading reading, List<Proposal> proposals) {
        ReportFacts facts = new ReportFacts(reading, proposals);
        List<Judged> judged = new ArrayList<>();
        for (int p = 0; p < proposals.size(); p++) {
            int best = 0;
            double highest = -1;
            for (int c = 0; c < proposals.get(p).contents().size(); c++) {
                double probability = right.probability(facts.of(p, c));
                if (probability > highest) {
                    highest = probability;
                    best = c;
                }
            }
            judged.add(new Judged(proposals.get(p), best, highest));
        }
        return judged;
    }
}
