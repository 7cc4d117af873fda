package org.onrecord.nlp.name.training.field;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.onrecord.nlp.name.NameTagger;
import org.onrecord.nlp.name.TaggerModel;
import org.onrecord.nlp.name.lexicon.Lexicon;
import org.onrecord.nlp.name.training.gold.Source;
import org.onrecord.nlp.name.training.gold.TaggedText;

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
                List.of(TaggedText.document("Norwegian/O troops left", "Danish/O ships came", "The Norwegian/O king")),
                false,
                1);

        TaggerModel model = new Trainer(Lexicon.EMPTY, SMALL).train(List.of(marked, silent));

        assertThat(tag(model, "Swedish troops left")).containsExactly("B-MISC", "O", "O");
    }

    private static Source source(boolean marksMisc) {
        return new Source(
                "own",
                List.of(TaggedText.document(
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
