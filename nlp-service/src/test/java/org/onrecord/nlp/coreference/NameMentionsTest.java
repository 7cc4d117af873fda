package org.onrecord.nlp.coreference;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.onrecord.contracts.EntityType;
import org.onrecord.nlp.document.Document;
import org.onrecord.nlp.document.Token;
import org.onrecord.nlp.name.Name;

import static org.assertj.core.api.Assertions.assertThat;

class NameMentionsTest {
    private static final String TITLE = "Doctor ";

    @Test
    void a_name_behind_thousands_of_titles_costs_no_more_than_another() {
        Duration time = time(30_000);

        // Ten times the text within thirty times the time, and two seconds for a compiler that comes when it likes.
        assertThat(time(300_000)).isLessThan(time.multipliedBy(30).plusSeconds(2));
    }

    /** Of the processor, which a busy machine does not change, for a text of titles, every tenth of which is taken for a name. */
    private static Duration time(int words) {
        List<Token> tokens = new ArrayList<>();
        List<Name> names = new ArrayList<>();
        for (int word = 0; word < words; word++) {
            int start = word * TITLE.length();
            int end = start + TITLE.length() - 1;
            tokens.add(new Token(start, end, "Doctor", "NNP"));
            if (word % 10 == 0) {
                names.add(new Name(start, end, EntityType.PERSON));
            }
        }
        Document document = new Document(TITLE.repeat(words), List.of(), List.of(), tokens);
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        assertThat(NameMentions.of(document, names)).hasSameSizeAs(names);
        return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
    }
}
