package org.onrecord.nlp.quote.mark;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.onrecord.nlp.document.Document;
import org.onrecord.nlp.document.Paragraph;

import static org.assertj.core.api.Assertions.assertThat;

class QuotationMarksTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            She said “yes, today” and left.          | “yes, today”
            She said "yes, today" and left.          | "yes, today"
            She said ``yes, today'' and left.        | ``yes, today''
            She said ''yes, today'' and left.        | ''yes, today''
            She said «yes, today» and left.          | «yes, today»
            She said ‘yes, it’s today’ and left.     | ‘yes, it’s today’
            She said 'yes, it's today' and left.     | 'yes, it's today'
            “He told me ‘go now’ and I went.”        | “He told me ‘go now’ and I went.”
            “In what he calls “hell” we live.”       | “In what he calls “hell” we live.”
            “This one is never closed.               | “This one is never closed.
            The officials’ plan was Iraq’s as well.  | ~~
            <a href="https://example.org/a">A link</a> | ~~
            """)
    void findsTheOutermostPair(String text, String stretch) {
        Document document =
                new Document(text, List.of(new Paragraph(0, text.length(), Paragraph.Kind.BODY)), List.of(), List.of());

        assertThat(QuotationMarks.scan(document))
                .extracting(found -> text.substring(found.start(), found.end()))
                .containsExactlyElementsOf(stretch.isEmpty() ? List.of() : List.of(stretch));
    }
}
