package org.onrecord.nlp.quote.mark;

import java.util.ArrayList;
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
            „The gate is shut“, said Ann.            | „The gate is shut“
            »The gate is shut«, said Ann.            | »The gate is shut«
            »The gate is shut», said Ann.            | »The gate is shut»
            ‹The gate is shut›, said Ann.            | ‹The gate is shut›
            ”The gate is shut”, said Ann.            | ”The gate is shut”
            「The gate is shut」, said Ann.          | 「The gate is shut」
            ″The gate is shut,″ said Ann.            | ″The gate is shut,″
            “The gate is shut," said Ann.            | “The gate is shut,"
            “The gate is shut,“ said Ann.            | “The gate is shut,“
            ‚The gate is shut‘, said Ann.            | ‚The gate is shut‘
            ‘14 boats sank,’ said Ann.               | ‘14 boats sank,’
            ‘£9m is little,’ said Ann.               | ‘£9m is little,’
            ‘[She] is late,’ said Ann.               | ‘[She] is late,’
            ‘“Soon” is no date,’ said Ann.           | ‘“Soon” is no date,’
            ‘She told us, “Wait”,’ said Ann.         | ‘She told us, “Wait”,’
            'It's the sailors' pay,' said Ann.       | 'It's the sailors' pay,'
            ‘We’re stayin’ here,’ said Ann.          | ‘We’re stayin’ here,’
            'Boats? Not in the '70s,' said Ann.      | 'Boats? Not in the '70s,'
            "I bought a 7" record," said Ann.        | "I bought a 7" record,"
            "She told us "wait" and went," he said.  | "She told us "wait" and went,"
            "At 41° 36' 21"N, 71° 18' 13" W," he said. | "At 41° 36' 21"N, 71° 18' 13" W,"
            \\"The gate is shut,\\" said Ann.         | "The gate is shut,\\"
            “The gate is shut, said Ann Lee.         | “The gate is shut,
            The gate is shut,” said Ann Lee.         | The gate is shut,”
            It rained. Is it shut?” said Ann Lee.    | Is it shut?”
            — The gate is shut, said Ann Lee.        | The gate is shut,
            The “” and “ ” and '' of nobody.         | ~~
            The '80s and rock 'n' roll of 'em all.   | ~~
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ‘The bells ring.  # ‘They always rang.  # ‘Come on Sunday.’ | ‘The bells ring. … ‘They always rang. … ‘Come on Sunday.’
            “The bells ring.  # They always rang.”  # The bells are old. | “The bells ring. … They always rang.”
            “The bells ring, said Ann Lee.  # “I hear none,” said Bo Li. | “The bells ring, … “I hear none,”
            "Ring them, said Ann Lee. "They are ours."                   | "Ring them, … "They are ours."
            """)
    void goesOnFromParagraphToParagraph(String marked, String stretches) {
        List<Paragraph> paragraphs = new ArrayList<>();
        String text = marked.replaceAll(" +# ", "\n");
        int start = 0;
        for (String paragraph : text.split("\n")) {
            paragraphs.add(new Paragraph(start, start + paragraph.length(), Paragraph.Kind.BODY));
            start += paragraph.length() + 1;
        }

        assertThat(QuotationMarks.scan(new Document(text, paragraphs, List.of(), List.of())))
                .extracting(found -> text.substring(found.start(), found.end()))
                .containsExactly(stretches.split(" … "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            Ronald “Red” Farrow left.             | true
            Mary (“Molly”) Lee left.              | true
            Lee said “No” Monday.                 | false
            Mayor Says “No” To Plan               | false
            The “Red” team left.                  | false
            a man who goes by “Rusty.”            | true
            a man named “Rusty”                   | true
            a sign named “no way back”            | false
            “Stay here,” Farrow said.             | false
            """)
    void aNicknameInANameIsNobodysWords(String text, boolean nickname) {
        Document document =
                new Document(text, List.of(new Paragraph(0, text.length(), Paragraph.Kind.BODY)), List.of(), List.of());

        assertThat(Nicknames.leaveOut(text, QuotationMarks.scan(document)).isEmpty())
                .isEqualTo(nickname);
    }
}
