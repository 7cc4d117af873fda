package org.onrecord.scraper.frontier;

import java.io.IOException;
import java.io.InputStream;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import org.onrecord.chassis.event.EventReader;
import org.onrecord.contracts.FetchRequest;

import static org.assertj.core.api.Assertions.assertThat;

/** The scraper takes the fetch request that the contract gives as an example. */
class FetchRequestContractTest {

    @Test
    void theExampleIsTaken() throws IOException {
        EventReader reader = new EventReader(new ObjectMapper().registerModule(new JavaTimeModule()));

        FetchRequest request = reader.fetchRequest(example("/examples/fetch-request/page.json"));

        assertThat(request.url()).isEqualTo("http://harbour-herald.example/news/2026/11/ferry-stays?ref=front");
        assertThat(request.requestId()).hasToString("0192f0c1-6a5e-4b0f-9d43-5a2f3d1c7e10");
        assertThat(request.requestedAt()).isEqualTo("2026-11-17T18:30:10Z");
    }

    private static byte[] example(String name) throws IOException {
        try (InputStream stream = FetchRequestContractTest.class.getResourceAsStream(name)) {
            return stream.readAllBytes();
        }
    }
}
