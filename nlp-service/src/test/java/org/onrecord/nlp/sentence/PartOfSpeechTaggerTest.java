package org.onrecord.nlp.sentence;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTagFormat;
import opennlp.tools.postag.POSTaggerME;

import static org.assertj.core.api.Assertions.assertThat;

class PartOfSpeechTaggerTest {

    private static final POSModel MODEL = model();
    private static final PartOfSpeechTagger TAGGER = new PartOfSpeechTagger(MODEL);

    /** Words of all shapes, known and unknown, so that sentences of them at random are hard to tag. */
    private static final List<String> WORDS = List.of(
            ("The minister said that prices rose by 4.5 % in the U.S. on 12-11-2014 , and \" we \" will not go back ; it 's "
                            + "a B. C. Cole 's iPhone 20 2014 1,000 3/4 A-1 Mr. Ángel Šimić 東京 カタカナ ひらがな can't does n't run ran "
                            + "running like report reports reported back Paris US NATO x X ? ! ... — Äpfel É. 👍 don’t co-op")
                    .split(" "));

    private static POSModel model() {
        try (InputStream tags = PartOfSpeechTaggerTest.class.getResourceAsStream(OpenNlpDocumentReader.TAGS)) {
            return new POSModel(tags);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The chancellor of the exchequer told reporters that nobody had asked him .",
                "Rates , she added , \" are likely to stay where they are . \"",
                "Police are looking for a man who left the scene .",
                "Time flies like an arrow ; fruit flies like a banana .",
                "Stop !"
            })
    void tagsNewsAsOpenNlpDoes(String sentence) {
        assertTagsAsOpenNlp(sentence.split(" "));
    }

    @Test
    void tagsWordsOfAllShapesAsOpenNlpDoes() {
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            assertTagsAsOpenNlp(IntStream.range(0, 1 + random.nextInt(40))
                    .mapToObj(any -> WORDS.get(random.nextInt(WORDS.size())))
                    .toArray(String[]::new));
        }
    }

    @Test
    void tagsNothing() {
        assertThat(TAGGER.tag(new String[0])).isEmpty();
    }

    private static void assertTagsAsOpenNlp(String[] sentence) {
        assertThat(TAGGER.tag(sentence))
                .as(String.join(" ", sentence))
                .containsExactly(new POSTaggerME(MODEL, POSTagFormat.UD).tag(sentence));
    }
}
