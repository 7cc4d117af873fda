package org.onrecord.nlp.analysis;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.onrecord.contracts.QuoteKind;
import org.onrecord.nlp.quote.Quotation;
import org.onrecord.nlp.quote.Quotation.TextSpan;

import static org.assertj.core.api.Assertions.assertThat;

class QuoteIdsTest {
    private static final UUID ARTICLE = UUID.fromString("0192f0c1-6a5e-4b0f-9d43-5a2f3d1c7e10");
    private static final String TEXT =
            "“Step by step,” Solheim said. Asked again, she said: “Step by step.” The mayor wants a bridge, she said.";

    @Test
    void the_same_words_at_another_place_are_another_quotation() {
        UUID first = id(ARTICLE, TEXT, "“Step by step,”");
        UUID second = id(ARTICLE, TEXT, "“Step by step.”");

        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void the_same_words_in_another_article_are_another_quotation() {
        assertThat(id(new UUID(1, 2), TEXT, "“Step by step,”")).isNotEqualTo(id(ARTICLE, TEXT, "“Step by step,”"));
    }

    @Test
    void an_edit_before_it_or_other_marks_leave_the_name_alone() {
        String edited =
                "An update. " + TEXT.replace("“", "\"").replace("”", "\"").replace("Step", "STEP");

        assertThat(id(ARTICLE, edited, "\"STEP by step,\"")).isEqualTo(id(ARTICLE, TEXT, "“Step by step,”"));
        assertThat(id(ARTICLE, edited, "The mayor wants a bridge"))
                .isEqualTo(id(ARTICLE, TEXT, "The mayor wants a bridge"));
    }

    @Test
    void pieces_count_together() {
        String text = "“We looked twice,” Solheim said, “and found nothing.” “We looked twice,” she repeated.";
        QuoteIds ids = new QuoteIds(ARTICLE, text);

        UUID split = ids.of(quotation(text, "“We looked twice,”", "“and found nothing.”"));
        UUID first = ids.of(quotation(text, "“We looked twice,”"));

        assertThat(split).isNotEqualTo(first);
    }

    @Test
    void a_text_of_one_word_over_and_over_is_counted_in_linear_time() {
        String text = "no ".repeat(300_000);
        WordSequence words = WordSequence.of(text);

        assertThat(words.occurrencesBefore(text.length(), WordSequence.of("no ".repeat(100_000))))
                .isEqualTo(200_001);
        assertThat(words.occurrencesBefore(6, WordSequence.of("no no"))).isEqualTo(2);
        assertThat(words.occurrencesBefore(6, WordSequence.of("…"))).isZero();
    }

    private static UUID id(UUID article, String text, String words) {
        return new QuoteIds(article, text).of(quotation(text, words));
    }

    private static Quotation quotation(String text, String... pieces) {
        List<TextSpan> spans = List.of(pieces).stream()
                .map(piece -> new TextSpan(text.indexOf(piece), text.indexOf(piece) + piece.length()))
                .toList();
        return new Quotation(QuoteKind.DIRECT, spans, Optional.empty(), Optional.empty(), 0.5, "example");
    }
}
