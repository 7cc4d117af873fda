package org.onrecord.nlp.name.training;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.onrecord.nlp.name.NameTagger;
import org.onrecord.nlp.name.TaggerModel;
import org.onrecord.nlp.name.lexicon.Hash;
import org.onrecord.nlp.name.lexicon.Lexicon;

import static org.assertj.core.api.Assertions.assertThat;

class TrainerTest {
    private static final TrainingOptions SMALL = new TrainingOptions(5, 2, 1, 10_000, 0.1f, 0.1f, 1);

    @Test
    void learnsAndGeneralises() throws IOException {
        TaggerModel model = new Trainer(Lexicon.EMPTY, SMALL).train(List.of(source(true)));

        assertThat(tag(model, "Mr Dorn said Oslo was cold ."))
                .containsExactly("O", "B-PER", "O", "B-LOC", "O", "O", "O");
    }

    @Test
    void theSameInputGivesTheSameBytes() throws IOException {
        assertThat(bytes(new Trainer(Lexicon.EMPTY, SMALL).train(List.of(source(true)))))
                .isEqualTo(bytes(new Trainer(Lexicon.EMPTY, SMALL).train(List.of(source(true)))));
    }

    @Test
    void aModelReadTagsAsTheModelWritten() throws IOException {
        TaggerModel model = new Trainer(Lexicon.EMPTY, SMALL).train(List.of(source(true)));
        TaggerModel read = TaggerModel.read(new ByteArrayInputStream(bytes(model)));

        assertThat(tag(read, "Mrs Lund met Mr Voss in Bergen ."))
                .isEqualTo(tag(model, "Mrs Lund met Mr Voss in Bergen ."));
    }

    @Test
    void whereMiscIsNotMarkedOutsideMayHideIt() throws IOException {
        Source marked = source(true);
        Source silent = new Source(
                "silent",
                List.of(document("Norwegian/O troops left", "Danish/O ships came", "The Norwegian/O king")),
                false,
                1);

        TaggerModel model = new Trainer(Lexicon.EMPTY, SMALL).train(List.of(marked, silent));

        assertThat(tag(model, "Swedish troops left")).containsExactly("B-MISC", "O", "O");
    }

    @Test
    void leavesOutSentencesWhoseNamesAreCut() {
        TaggedDocument document = CutNames.leaveOut(
                document("Centre/ORG for Social Evolution", "Bank/ORG for farmers", "Oslo/LOC and Bergen/LOC"));

        assertThat(document.sentences())
                .extracting(sentence -> sentence.words().getFirst())
                .containsExactly("Bank", "Oslo");
    }

    @Test
    void readsTextOfAllItsFormats(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.csv"), "title,text\nOne,\"She said \"\"no\"\". He left.\"\n");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("b.jsonl.gz")))) {
            out.write("""
                {"title": "Storm hits", "text": "It rained. Iraq's army came."}
                {"items": [{"text": "A bank fell."}]}
                """.getBytes(StandardCharsets.UTF_8));
        }
        Files.writeString(folder.resolve("README.md"), "Not a text of news.");

        Map<String, List<List<String>>> texts = RawText.read(folder);

        assertThat(texts.keySet()).containsExactly("a.csv", "b.jsonl.gz");
        assertThat(texts.get("b.jsonl.gz"))
                .containsExactly(
                        List.of("Storm", "hits"),
                        List.of("It", "rained", "."),
                        List.of("Iraq", "'s", "army", "came", "."),
                        List.of("A", "bank", "fell", "."));
    }

    @Test
    void readsDocumentsAndCutsCollectionsOfSentencesInWindows(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("gold");
        Files.writeString(file, "-DOCSTART-\tO\n\nA\tO\n\nB\tB-PER\n\n-DOCSTART-\tO\n\n" + "C\tO\n\n".repeat(500));

        List<TaggedDocument> documents = GoldFile.read(file);

        assertThat(documents).hasSize(1 + 500 / GoldFile.WINDOW);
        assertThat(documents.get(0).sentences())
                .extracting(TaggedSentence::tags)
                .containsExactly(List.of("O"), List.of("B-PER"));
    }

    @Test
    void wordsWithTheSameNeighboursShareAClass() {
        List<List<String>> text = new ArrayList<>();
        for (String verb : List.of("said", "told")) {
            for (String name : List.of("Ann", "Bob", "Eve", "Dan")) {
                text.add(List.of(name, verb, "the", "paper"));
                text.add(List.of("then", name, verb, "a", "lie"));
            }
        }

        Map<Long, Integer> clusters = new WordClusters(6, 10).learn(text, 2);

        assertThat(clusters.get(Hash.cluster("Ann", false))).isEqualTo(clusters.get(Hash.cluster("Eve", false)));
        assertThat(clusters.get(Hash.cluster("said", false))).isEqualTo(clusters.get(Hash.cluster("told", false)));
        assertThat(clusters.get(Hash.cluster("Ann", false))).isNotEqualTo(clusters.get(Hash.cluster("said", false)));
    }

    @Test
    void keepsTheSentencesOfTextInWhichTwoModelsFindTheSameNames() {
        List<Source> gold = List.of(new Source(
                "two",
                List.of(
                        document("Mr Berg/PER left", "Oslo/LOC was cold", "Sky/ORG fell"),
                        document("Mr Voss/PER left", "Oslo/LOC was warm", "Sky/PER fell")),
                true,
                1));
        List<List<String>> text = List.of(List.of("Mr", "Lund", "left"), List.of("Sky", "fell"), List.of("It", "fell"));

        Source agreed = AgreedSentences.of(text, gold, half -> new Trainer(Lexicon.EMPTY, SMALL).train(half));

        assertThat(agreed.documents())
                .containsExactly(
                        new TaggedDocument(List.of(new TaggedSentence(text.getFirst(), List.of("O", "B-PER", "O")))));
    }

    @Test
    void leavesOutAFifthOfTheDocumentsOfASourceOrAllOfThem() {
        List<TaggedDocument> documents = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            documents.add(document("Paper " + i));
        }
        List<Source> sources = List.of(new Source("news.train.names", documents, false, 1), source(true));
        List<TaggedDocument> fold = new ArrayList<>();
        List<TaggedDocument> all = new ArrayList<>();

        List<Source> rest = CrossValidationCommand.without(sources, "news.2", fold);
        List<Source> own = CrossValidationCommand.without(sources, "news", all);

        assertThat(fold).containsExactly(documents.get(2), documents.get(7));
        assertThat(rest.getFirst().documents()).hasSize(8).doesNotContainAnyElementsOf(fold);
        assertThat(all).isEqualTo(documents);
        assertThat(own).extracting(Source::name).containsExactly("own");
    }

    @Test
    void aNameIsRightOnlyWithSpanAndType() {
        Score score = new Score();

        score.add(List.of("B-PER", "I-PER", "O", "B-LOC"), List.of("B-PER", "O", "O", "B-LOC"));

        assertThat(score.f1()).isEqualTo(50.0);
    }

    private static Source source(boolean marksMisc) {
        return new Source(
                "own",
                List.of(document(
                        "Mr Berg/PER said Oslo/LOC was warm .",
                        "Mrs Lund/PER said Bergen/LOC was full .",
                        "Mr Voss/PER met Mrs Hagen/PER in Oslo/LOC .",
                        "Danish/MISC troops left Bergen/LOC .",
                        "Norwegian/MISC troops left Oslo/LOC .",
                        "Mr Hauge/PER said Molde/LOC was cold .",
                        "Swedish/MISC ships met Danish/MISC ships .",
                        "The paper was full .")),
                marksMisc,
                1);
    }

    private static TaggedDocument document(String... sentences) {
        return new TaggedDocument(
                Arrays.stream(sentences).map(TrainerTest::sentence).toList());
    }

    private static TaggedSentence sentence(String text) {
        List<String> words = new ArrayList<>();
        List<String> tags = new ArrayList<>();
        for (String part : text.split(" ")) {
            int slash = part.indexOf('/');
            words.add(slash < 0 ? part : part.substring(0, slash));
            tags.add(slash < 0 || part.endsWith("/O") ? "O" : "B-" + part.substring(slash + 1));
        }
        return new TaggedSentence(words, tags);
    }

    private static List<String> tag(TaggerModel model, String sentence) {
        return new NameTagger(model)
                .tagBio(List.of(List.of(sentence.split(" "))))
                .get(0);
    }

    private static byte[] bytes(TaggerModel model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            model.write(out);
        }
        return bytes.toByteArray();
    }
}
