package org.onrecord.nlp.analysis;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.onrecord.contracts.QuoteKind;
import org.onrecord.contracts.Stance;
import org.onrecord.nlp.analysis.WordSequence.Occurrences;
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
        Quotation inTwo = quotation(text, "“We looked twice,”", "“and found nothing.”");
        Quotation inOne = quotation(text, "“We looked twice,”");
        QuoteIds ids = new QuoteIds(ARTICLE, text, List.of(inTwo, inOne));

        UUID split = ids.of(inTwo);
        UUID first = ids.of(inOne);

        assertThat(split).isNotEqualTo(first);
    }

    @Test
    void a_text_of_one_word_over_and_over_is_counted_in_linear_time() {
        String text = "no ".repeat(300_000);
        WordSequence longest = WordSequence.of("no ".repeat(100_000));
        WordSequence two = WordSequence.of("no no");
        WordSequence none = WordSequence.of("…");
        WordSequence other = WordSequence.of("yes");

        Occurrences found = WordSequence.of(text).occurrencesOf(List.of(longest, two, none, other));

        assertThat(found.before(text.length(), longest)).isEqualTo(200_001);
        assertThat(found.before(6, two)).isEqualTo(2);
        assertThat(found.before(6, none)).isZero();
        assertThat(found.before(text.length(), other)).isZero();
    }

    @Test
    void thousands_of_different_words_are_counted_as_soon_as_one() {
        StringBuilder text = new StringBuilder();
        List<WordSequence> sought = new ArrayList<>();
        for (int i = 0; i < 40_000; i++) {
            text.append("we see number ").append(i).append(" he said. ");
            sought.add(WordSequence.of("we see number " + i));
        }
        WordSequence words = WordSequence.of(text.toString());

        Duration one = time(() -> words.occurrencesOf(sought.subList(0, 1)));
        Duration all = time(() -> words.occurrencesOf(sought));

        // Each by itself they would take thousands of times as long.
        assertThat(all).isLessThan(one.multipliedBy(200).plusSeconds(2));
        assertThat(words.occurrencesOf(sought).before(text.length(), sought.getLast()))
                .isEqualTo(1);
    }

    /** Of the processor, which a busy machine does not change. */
    private static Duration time(Runnable work) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.run();
        return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
    }

    private static UUID id(UUID article, String text, String words) {
        Quotation quotation = quotation(text, words);
        return new QuoteIds(article, text, List.of(quotation)).of(quotation);
    }

    private static Quotation quotation(String text, String... pieces) {
        List<TextSpan> spans = List.of(pieces).stream()
                .map(piece -> new TextSpan(text.indexOf(piece), text.indexOf(piece) + piece.length()))
                .toList();
        return new Quotation(QuoteKind.DIRECT, Stance.SAID, spans, Optional.empty(), List.of(), 0.5, "example");
    }
}
