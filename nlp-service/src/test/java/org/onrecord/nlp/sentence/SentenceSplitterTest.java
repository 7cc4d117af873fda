package org.onrecord.nlp.sentence;

import java.io.IOException;
import java.io.InputStream;

import org.junit.jupiter.api.Test;

import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;

import org.onrecord.nlp.Eventually;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

class SentenceSplitterTest {

    @Test
    void dividesAMillionCharactersOfEndsInBoundedTime() throws IOException {
        String ends = "! ".repeat(500_000);

        try (InputStream model = OpenNlpDocumentReader.class.getResourceAsStream(OpenNlpDocumentReader.SENTENCES)) {
            SentenceSplitter splitter = new SentenceSplitter(new SentenceDetectorME(new SentenceModel(model)));

            assertTimeout(
                    Eventually.WITHIN,
                    () -> assertThat(splitter.split(ends, 0, ends.length())).hasSizeGreaterThan(100_000));
        }
    }
}
