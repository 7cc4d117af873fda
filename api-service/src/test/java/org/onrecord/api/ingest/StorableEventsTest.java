package org.onrecord.api.ingest;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import org.onrecord.chassis.event.UnreadableEventException;
import org.onrecord.contracts.Article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is stored must stand in the article; what is refused must still say whose it is. */
class StorableEventsTest {
    private static final UUID ARTICLE = UUID.fromString("6c1dd6c5-2a2a-3a52-8a2e-0c63c0a3f1a1");

    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private final StorableEvents reader = new StorableEvents(json);
    private final ObjectNode event = json.valueToTree(Events.first(ARTICLE));

    @Test
    void aTitleThatIsNoneIsRefused() throws Exception {
        ((ObjectNode) event.at("/article")).put("title", "a".repeat(Article.MAX_TITLE_LENGTH + 1));
        byte[] value = json.writeValueAsBytes(event);

        assertThatThrownBy(() -> reader.analysis(value))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("a title of 2001 characters");
    }

    @Test
    void moreQuotesThanAnyTextHasAreRefused() throws Exception {
        ArrayNode quotes = (ArrayNode) event.at("/quotes");
        for (int i = 0; i < 20_000; i++) {
            quotes.add(quotes.get(0));
        }
        byte[] value = json.writeValueAsBytes(event);

        assertThatThrownBy(() -> reader.analysis(value))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("20001 quotes");
    }

    @ParameterizedTest
    @CsvSource({
        "/mentions/0, surface, a mention states other words than stand at text",
        "/quotes/0, text, states other words than stand at text 0-",
        "/quotes/0/cue, surface, the cue of quote",
        "/quotes/0/speakers/0, surface, the speaker of quote"
    })
    void wordsThatDoNotStandWhereTheyAreSaidToAreRefused(String where, String property, String message)
            throws Exception {
        ((ObjectNode) event.at(where)).put(property, "Port Elery");
        ((ObjectNode) event.at("/quotes/0")).set("speaker", event.at("/quotes/0/speakers/0"));
        byte[] value = json.writeValueAsBytes(event);

        assertThatThrownBy(() -> reader.analysis(value))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("Port El");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "speakers | [] | is not the first of its speakers",
                "speaker | null | is not the first of its speakers",
                "speakers | [null] | is not the first of its speakers",
                "stance | \"meant\" | not an analysis event",
            })
    void speakersThatContradictEachOtherAreRefusedAndSoIsAStanceThatIsNone(
            String property, String value, String message) throws Exception {
        ((ObjectNode) event.at("/quotes/0")).set(property, json.readTree(value));
        byte[] contradictory = json.writeValueAsBytes(event);

        assertThatThrownBy(() -> reader.analysis(contradictory))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aFurtherSpeakerMustStandInTheArticleToo() throws Exception {
        ((ArrayNode) event.at("/quotes/0/speakers")).add(json.readTree("""
                {"span": {"field": "text", "start": 0, "end": 3}, "surface": "Ann"}"""));
        byte[] value = json.writeValueAsBytes(event);

        assertThatThrownBy(() -> reader.analysis(value))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("the speaker of quote");
    }

    @Test
    void aFingerprintOfAnotherFormIsRefused() throws Exception {
        ((ObjectNode) event.at("/article")).put("fingerprint", "12 bits");
        byte[] value = json.writeValueAsBytes(event);

        assertThatThrownBy(() -> reader.analysis(value))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("16 hexadecimal digits");
    }

    @Test
    void theWordsOfAQuoteInTwoPiecesAreDividedByASpace() throws Exception {
        ObjectNode quote = (ObjectNode) event.at("/quotes/0");
        quote.set("spans", json.readTree("""
                [{"field": "text", "start": 0, "end": 3}, {"field": "text", "start": 4, "end": 8}]"""));
        quote.put("text", "“It will");

        assertThat(reader.analysis(json.writeValueAsBytes(event)).quotes())
                .singleElement()
                .satisfies(read -> assertThat(read.spans()).hasSize(2));
    }

    @Test
    void aKeyThatTheDatabaseCannotHoldIsMended() throws Exception {
        ((ObjectNode) event.at("/article/evidence")).put("ti\0tle", "h1");

        assertThat(reader.analysis(json.writeValueAsBytes(event)).article().evidence())
                .containsEntry("ti\uFFFDtle", "h1");
    }

    @Test
    void aRefusedAnalysisStillSaysWhoseItIs() throws Exception {
        event.put("quotes", "none");

        assertThat(reader.subject(json.writeValueAsBytes(event)))
                .contains(Subject.of(Events.first(ARTICLE).article()));
    }

    @ParameterizedTest
    @CsvSource({"''", "null", "{}", "'{\"article\": {\"requestId\": 7}}'", "'{\"article\": '"})
    void whatNamesNoRequestIsNobodys(String value) {
        assertThat(reader.subject(value.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }
}
