package org.onrecord.nlp.quote.training;

import java.io.BufferedWriter;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.onrecord.nlp.coreference.ArticleEntityResolver;
import org.onrecord.nlp.coreference.Entities;
import org.onrecord.nlp.document.Document;
import org.onrecord.nlp.name.Name;
import org.onrecord.nlp.name.TaggerNameFinder;
import org.onrecord.nlp.quote.QuotesCommand;
import org.onrecord.nlp.quote.ReportedSpeechFinder;
import org.onrecord.nlp.quote.content.ContentOptions;
import org.onrecord.nlp.quote.cue.Cue;
import org.onrecord.nlp.quote.cue.CueFinder;
import org.onrecord.nlp.quote.cue.CueLexicon;
import org.onrecord.nlp.quote.cue.CueNouns;
import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.report.Proposal;
import org.onrecord.nlp.quote.report.ReportFacts;
import org.onrecord.nlp.quote.report.ReportModel;
import org.onrecord.nlp.quote.speaker.SpeakerCandidates;
import org.onrecord.nlp.quote.speaker.SpeakerRanking;
import org.onrecord.nlp.quote.training.NewsQuotes.NewsQuote;
import org.onrecord.nlp.sentence.OpenNlpDocumentReader;
import org.onrecord.nlp.weight.HashedWeights;

/**
 * Trains the content model on annotated news: {@code GOLD/news OUT [--folds N]}. Without folds OUT is a folder, and the
 * models are written there. With folds, documents are parted by their id, each part is answered by models that were trained
 * on the others, those of persons too, and OUT is a file of these answers, for {@code score_reader.py}. Same input, same models.
 */
public final class TrainQuotes {

    /** The project's own article, which every model is to answer without a fault: all are trained on it. */
    private static final String SEED = "quotes/seed.jsonl";

    // Of the choices: passes over the examples, length of a step, penalty for large weights, how often a feature is
    // seen at least.
    private static final int PASSES = 14;
    private static final double STEP = 0.12;
    private static final double PENALTY = 0.004;
    private static final int FEWEST = 2;

    // Of the trees.
    private static final int ROUNDS = 250;
    private static final int DEPTH = 4;
    private static final double RATE = 0.05;

    private final OpenNlpDocumentReader reader = OpenNlpDocumentReader.load();
    private final TaggerNameFinder names = TaggerNameFinder.load();
    private final ArticleEntityResolver resolver = new ArticleEntityResolver();
    private final CueFinder cues = new CueFinder(CueLexicon.load(), CueNouns.load());
    private final List<Examples> documents = new ArrayList<>();
    private final PersonLessons persons = new PersonLessons();

    private record Examples(
            NewsQuotes gold, Reading reading, List<Cue> cues, CueExamples words, List<ChoiceFit.Observation> choices) {}

    private record Rows(List<float[]> facts, List<Boolean> right) {}

    public static void main(String[] arguments) throws IOException {
        boolean folds = arguments.length == 4 && arguments[2].equals("--folds");
        if (arguments.length != 2 && !folds) {
            System.err.println("Usage: TrainQuotes GOLD/news OUT [--folds N]");
            System.exit(2);
        }
        TrainQuotes training = new TrainQuotes();
        training.folds = folds ? Integer.parseInt(arguments[3]) : training.folds;
        for (NewsQuotes gold : NewsQuotes.read(Path.of(arguments[0], "news.train.quotes.jsonl"))) {
            training.add(gold);
        }
        training.reach();
        for (NewsQuotes gold : NewsQuotes.read(Path.of(arguments[0]).resolveSibling(SEED))) {
            training.add(gold.always());
        }
        if (folds) {
            training.validate(Path.of(arguments[1]));
        } else {
            training.write(Path.of(arguments[1]));
        }
    }

    private int folds = 5;
    private int speech;
    private int withCue;
    private int found;
    private int within;
    private int all;

    private void add(NewsQuotes gold) {
        Document document = reader.read("", gold.text());
        List<Name> named = names.find(document);
        Entities entities = resolver.resolve(document, named);
        Reading reading = new Reading(document, entities);
        if (gold.leftOut()) {
            persons.add(document, named, entities, gold.quotes(), gold.fold(folds));
        }
        List<ChoiceFit.Observation> choices = new ArrayList<>();
        CueExamples examples = new CueExamples(reading, gold.quotes(), choices);
        List<Cue> foundCues = cues.find(reading);
        BitSet cueTokens = CueExamples.tokensOf(foundCues);
        for (Cue cue : foundCues) {
            SpeakerRanking.Choice speaker = SpeakerRanking.best(SpeakerCandidates.around(reading, cue));
            examples.add(cue, new ContentOptions(reading, cue, speaker == null ? null : speaker.speaker(), cueTokens));
        }
        documents.add(new Examples(gold, reading, foundCues, examples, choices));
        all += foundCues.size();
        for (int q = 0; q < gold.quotes().size(); q++) {
            NewsQuote quote = gold.quotes().get(q);
            if (quote.isSpeech()) {
                speech++;
                withCue += quote.cue() != null ? 1 : 0;
                found += examples.reached[q] >= 0 ? 1 : 0;
                within += examples.reached[q] >= 0.8 ? 1 : 0;
            }
        }
    }

    private void reach() {
        System.out.printf(
                "%d quotes of speech, %d with a cue, %d of these found, %d with the right words among the options; %d cues%n",
                speech, withCue, found, within, all);
    }

    private final Map<Set<Integer>, HashedWeights> fitted = new HashMap<>();

    /** Weights fitted on the documents of all parts but some. */
    private HashedWeights without(Set<Integer> parts) {
        return fitted.computeIfAbsent(parts, p -> {
            List<ChoiceFit.Observation> choices = new ArrayList<>();
            for (Examples document : documents) {
                if (!p.contains(document.gold().fold(folds))) {
                    choices.addAll(document.choices());
                }
            }
            return new ChoiceFit(PASSES, STEP, PENALTY, FEWEST).fit(choices);
        });
    }

    /** Both models fitted on all documents but a part; -1 for all. The second sees proposals for documents that the first has not seen. */
    private ReportModel model(int part) {
        Rows rows = new Rows(new ArrayList<>(), new ArrayList<>());
        for (int other = 0; other < folds; other++) {
            if (other != part) {
                ReportModel unseen = new ReportModel(without(part < 0 ? Set.of(other) : Set.of(part, other)), null);
                for (Examples document : documents) {
                    if (document.gold().fold(folds) == other) {
                        addRows(unseen, document, rows);
                    }
                }
            }
        }
        return new ReportModel(
                without(part < 0 ? Set.of() : Set.of(part)),
                new TreeFit(ROUNDS, DEPTH, RATE, 12, 4).fit(rows.facts(), rows.right()));
    }

    private static void addRows(ReportModel model, Examples document, Rows rows) {
        List<Proposal> proposals = model.propose(document.reading(), document.cues());
        ReportFacts facts = new ReportFacts(document.reading(), proposals);
        BitSet cueTokens = CueExamples.tokensOf(document.cues());
        for (int p = 0; p < proposals.size(); p++) {
            Proposal proposal = proposals.get(p);
            for (int c = 0; c < proposal.contents().size(); c++) {
                Boolean right = document.words()
                        .isRight(proposal.cue(), proposal.contents().get(c).spans(), cueTokens);
                if (right != null) {
                    rows.facts().add(facts.of(p, c));
                    rows.right().add(right);
                }
            }
        }
    }

    private void validate(Path out) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        try (BufferedWriter lines = Files.newBufferedWriter(out)) {
            for (int fold = 0; fold < folds; fold++) {
                QuotesCommand answers = new QuotesCommand(
                        reader,
                        names,
                        new ArticleEntityResolver(persons.pronounsWithout(fold)),
                        new ReportedSpeechFinder(model(fold), persons.referencesWithout(fold)),
                        System.err);
                for (Examples document : documents) {
                    if (document.gold().fold(folds) == fold) {
                        String line = mapper.createObjectNode()
                                .put("id", document.gold().id())
                                .put("text", document.gold().text())
                                .toString();
                        answers.run(new StringReader(line), lines);
                    }
                }
            }
        }
    }

    private void write(Path folder) throws IOException {
        try (DataOutputStream out =
                new DataOutputStream(new GZIPOutputStream(Files.newOutputStream(folder.resolve("reports.model.gz"))))) {
            model(-1).write(out);
        }
    }
}
