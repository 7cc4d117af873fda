package org.onrecord.scraper.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;

import org.onrecord.contracts.Topics;
import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;
import org.onrecord.scraper.EventLog;
import org.onrecord.scraper.NewsSite;
import org.onrecord.scraper.Pages;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** From a real site over a socket into the archive, and only then onto the topic. */
@QuarkusTest
@TestProfile(ArchivedSubmissionTest.WithArchive.class)
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(NewsSite.class)
class ArchivedSubmissionTest {
    private static final Path FOLDER = notYetThere();

    public static final class WithArchive implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("onrecord.archive.folder", FOLDER.toString());
        }
    }

    /** A file in the folder's place stands for a disk that takes nothing. */
    @Test
    void nothingIsPublishedUntilThePageIsKeptAndThenItsEventLeadsToItsBytes() throws IOException {
        UUID requestId = UUID.randomUUID();
        String url = NewsSite.origin() + "/ferry.html?kept";
        Files.createFile(FOLDER);
        submit(requestId, url).statusCode(503).header("Retry-After", "5").body("type", endsWith("archive-away"));
        Files.delete(FOLDER);

        submit(requestId, url).statusCode(200);

        // Of the first try there is nothing: one partition holds the events of one article in their order.
        URI recordId = URI.create(EventLog.awaitOf(Topics.ARTICLES, requestId, 1)
                .getFirst()
                .json()
                .path("archiveRecordId")
                .asText());
        List<String> kept = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER);
                WarcReader records = new WarcReader(files.findFirst().orElseThrow())) {
            for (WarcRecord record : records) {
                if (record instanceof WarcRequest request
                        && request.concurrentTo().contains(recordId)) {
                    assertThat(request.http().target()).isEqualTo("/ferry.html?kept");
                    assertThat(request.http().headers().first("User-Agent").orElseThrow())
                            .startsWith("OnrecordBot/");
                    assertThat(request.http().headers().first("Host"))
                            .contains(URI.create(url).getAuthority());
                    kept.add("request");
                } else if (record instanceof WarcResponse response
                        && response.id().equals(recordId)) {
                    assertThat(response.target()).isEqualTo(url);
                    byte[] body = response.http().body().stream().readAllBytes();
                    assertThat(new String(body, StandardCharsets.UTF_8)).isEqualTo(Pages.FERRY);
                    kept.add("response");
                }
            }
        }
        assertThat(kept).containsExactly("request", "response");
    }

    @Test
    void whatWasTakenDownIsErasedAndNotReadAgain() throws IOException {
        String url = NewsSite.origin() + "/ferry.html?taken-down";
        UUID requestId = UUID.randomUUID();
        submit(requestId, url).statusCode(200);
        JsonNode article =
                EventLog.awaitOf(Topics.ARTICLES, requestId, 1).getFirst().json();
        String recordId = article.path("archiveRecordId").asText();

        Map<String, Object> takedown =
                Map.of("articleId", article.path("articleId").asText(), "urls", List.of(url));
        takeDown(takedown).statusCode(204);
        takeDown(takedown).statusCode(204);

        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                try (WarcReader records = new WarcReader(file)) {
                    for (WarcRecord record : records) {
                        assertThat(record.id()).isNotEqualTo(URI.create(recordId));
                    }
                }
            }
        }
        submit(UUID.randomUUID(), url)
                .statusCode(200)
                .body("articleId", nullValue())
                .body("outcome.stage", equalTo("fetch"))
                .body("outcome.reason", equalTo("taken-down"));
        // The same article under another address, which nobody named: it says itself which it is.
        submit(UUID.randomUUID(), url + "&utm_source=mail")
                .statusCode(200)
                .body("outcome.stage", equalTo("extract"))
                .body("outcome.reason", equalTo("taken-down"));
        submit(UUID.randomUUID(), url + "&utm_source=mail")
                .statusCode(200)
                .body("outcome.stage", equalTo("fetch"))
                .body("outcome.reason", equalTo("taken-down"));
        tryOut(url).body("outcome", equalTo("taken-down"));
        tryOut(url + "&utm_medium=mail").body("outcome", equalTo("taken-down")).body("article", nullValue());
        // Its neighbour was not meant.
        submit(UUID.randomUUID(), NewsSite.origin() + "/ferry.html?stays")
                .statusCode(200)
                .body("outcome.reason", equalTo("extracted"));
    }

    @Test
    void whatIsTriedIsNotKept() throws IOException {
        submit(UUID.randomUUID(), NewsSite.origin() + "/ferry.html?kept-too").statusCode(200);

        tryOut(NewsSite.origin() + "/ferry.html?tried").body("outcome", equalTo("extracted"));

        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                try (WarcReader records = new WarcReader(file)) {
                    for (WarcRecord record : records) {
                        assertThat(record.headers().first("WARC-Target-URI").orElse(""))
                                .doesNotContain("?tried");
                    }
                }
            }
        }
    }

    private static ValidatableResponse tryOut(String url) {
        return given().contentType("application/json")
                .body(Map.of("url", url))
                .when()
                .post("/v1/extract/address")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse takeDown(Map<String, Object> takedown) {
        return given().contentType("application/json")
                .body(takedown)
                .when()
                .post("/v1/takedowns")
                .then();
    }

    private static ValidatableResponse submit(UUID requestId, String url) {
        return given().contentType("application/json")
                .body(Map.of("requestId", requestId, "url", url))
                .when()
                .post("/v1/submissions")
                .then();
    }

    private static Path notYetThere() {
        try {
            return Files.createTempDirectory("onrecord-archive").resolve("archive");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
