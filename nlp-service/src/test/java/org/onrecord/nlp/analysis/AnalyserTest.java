package org.onrecord.nlp.analysis;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.onrecord.contracts.Field;
import org.onrecord.contracts.Quote;
import org.onrecord.contracts.Span;

import static org.assertj.core.api.Assertions.assertThat;

class AnalyserTest {
    private static final Analyser ANALYSER = new AnalyserProducer().analyser();
    private static final UUID ARTICLE = UUID.fromString("0192f0c1-6a5e-4b0f-9d43-5a2f3d1c7e10");

    private static final String TITLE = "Ferry to Lower Quay stays, says harbour master";
    private static final String TEXT = """
            The night ferry will keep running through the winter, harbour master Ingrid Solheim said on Tuesday.

            “We looked at the figures twice,” Solheim told reporters, “and nobody could show me a cheaper bridge.”

            Nils Aker, who runs the café on the pier, said he was relieved.""";

    @Test
    void finds_who_said_what() {
        Annotations read = ANALYSER.analyse(ARTICLE, "en", TITLE, TEXT);

        assertThat(read.readable()).isTrue();
        assertThat(read.quotes())
                .filteredOn(quote -> quote.text().contains("looked at the figures"))
                .singleElement()
                .satisfies(quote -> {
                    assertThat(quote.speaker().surface()).isEqualTo("Solheim");
                    assertThat(read.entities().get(quote.speaker().entityId()).name())
                            .isEqualTo("Ingrid Solheim");
                    assertThat(quote.cue().surface()).isEqualTo("told");
                });
    }

    @Test
    void every_offset_is_that_of_its_words() {
        Annotations read = ANALYSER.analyse(ARTICLE, "en", TITLE, TEXT);

        assertThat(read.sentences().getFirst()).isEqualTo(new Span(Field.TITLE, 0, TITLE.length()));
        assertThat(read.mentions())
                .isNotEmpty()
                .allSatisfy(mention -> assertThat(words(mention.span())).isEqualTo(mention.surface()));
        assertThat(read.quotes())
                .isNotEmpty()
                .allSatisfy(quote -> assertThat(
                                quote.spans().stream().map(AnalyserTest::words).toList())
                        .satisfies(
                                pieces -> assertThat(String.join(" ", pieces)).isEqualTo(quote.text())));
    }

    @Test
    void no_two_quotes_have_the_same_name() {
        Annotations read = ANALYSER.analyse(ARTICLE, "en", TITLE, TEXT + "\n\n" + TEXT);

        assertThat(read.quotes()).extracting(Quote::quoteId).doesNotHaveDuplicates();
    }

    @Test
    void reads_nothing_in_another_language() {
        Annotations read = ANALYSER.analyse(
                ARTICLE, "de", "", "Die Fähre bleibt, sagte Hafenmeisterin Ingrid Solheim am Dienstag.");

        assertThat(read).isEqualTo(Annotations.UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "I",
                " ",
                "\n\n\n",
                "\uD83D",
                "said",
                "“",
                "”””",
                "He said “",
                "\uDE00 said \uD83D“no”",
                "🙂🙂 “🙂” said 🙂",
                "\u0000\u0001 said \u200B“yes”\uFEFF",
                "a\rb\r\nc\u2028d\u2029e\u0085f"
            })
    void any_text_is_read(String text) {
        for (String title : Set.of("", "I", "“Yes”, says Solheim", "Two\nlines", "\uD83D")) {
            Annotations read = ANALYSER.analyse(ARTICLE, "en", title, text);

            assertThat(read.readable()).isTrue();
            assertThat(read.sentences())
                    .allSatisfy(span -> assertThat(span.end())
                            .isGreaterThan(span.start())
                            .isLessThanOrEqualTo(span.field() == Field.TITLE ? title.length() : text.length()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "“No,” she said. ",
                "John Smith of Leeds said that. ",
                "“",
                "a",
                "\n",
                "(“‘[",
                "🙂",
                "President Mayor Doctor "
            })
    void time_grows_with_the_length_of_a_text_whatever_it_repeats(String piece) {
        Duration time = time(piece.repeat(20_000 / piece.length()));

        // Ten times the text within thirty times the time, and two seconds for a compiler that comes when it likes.
        assertThat(time(piece.repeat(200_000 / piece.length())))
                .isLessThan(time.multipliedBy(30).plusSeconds(2));
    }

    /** Of the processor, which a busy machine does not change. */
    private static Duration time(String text) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        ANALYSER.analyse(ARTICLE, "en", "", text);
        return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
    }

    private static String words(Span span) {
        return (span.field() == Field.TITLE ? TITLE : TEXT).substring(span.start(), span.end());
    }
}
