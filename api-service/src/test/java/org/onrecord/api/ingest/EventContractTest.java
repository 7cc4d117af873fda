package org.onrecord.api.ingest;

import java.io.IOException;
import java.io.InputStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import org.onrecord.contracts.Analysis;
import org.onrecord.contracts.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

/** The API service takes every example that the contract gives of the events that it reads. */
class EventContractTest {
    private final StorableEvents reader = new StorableEvents(new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES));

    @ParameterizedTest
    @CsvSource({"named-speakers, 4, 7", "unnamed-speakers, 2, 0", "joint-and-unsaid, 3, 4", "unsupported-language, 0, 0"
    })
    void anAnalysisIsTaken(String example, int quotes, int mentions) throws IOException {
        Analysis analysis = reader.analysis(bytes("analysis/" + example));

        assertThat(analysis.quotes()).hasSize(quotes);
        assertThat(analysis.mentions()).hasSize(mentions);
    }

    @ParameterizedTest
    @CsvSource({"analysed, ANALYSED", "refused-address, REFUSED_ADDRESS", "submission-without-url, UNSUPPORTED_LANGUAGE"
    })
    void anOutcomeIsTaken(String example, String reason) throws IOException {
        Outcome outcome = reader.outcome(bytes("outcome/" + example));

        assertThat(outcome.reason()).hasToString(reason);
    }

    private static byte[] bytes(String example) throws IOException {
        try (InputStream stream = EventContractTest.class.getResourceAsStream("/examples/" + example + ".json")) {
            return stream.readAllBytes();
        }
    }
}
