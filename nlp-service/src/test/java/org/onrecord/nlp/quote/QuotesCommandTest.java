package org.onrecord.nlp.quote;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;

class QuotesCommandTest {
    private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();
    private final QuotesCommand command = QuotesCommand.load(new PrintStream(complaints, true, StandardCharsets.UTF_8));

    @Test
    void answersEachLineWithItsQuotations() throws IOException {
        List<String> answers = run(
                "{\"id\":\"a\",\"text\":\"“It is late,” Anna Lindqvist said.\"}\n" + "{\"id\":\"b\",\"text\":\"\"}\n");

        assertThat(answers).hasSize(2);
        JsonNode quote =
                new ObjectMapper().readTree(answers.getFirst()).get("quotes").get(0);
        assertThat(quote.get("text").asText()).isEqualTo("“It is late,”");
        assertThat(quote.get("spans").toString()).isEqualTo("[[0,13]]");
        assertThat(quote.get("type").asText()).isEqualTo("direct");
        assertThat(quote.get("speaker").get("text").asText()).isEqualTo("Anna Lindqvist");
        assertThat(quote.get("speaker").get("entity").asText()).isEqualTo("Anna Lindqvist");
        assertThat(quote.get("speakers").get(0)).isEqualTo(quote.get("speaker"));
        assertThat(quote.get("stance").asText()).isEqualTo("said");
        assertThat(quote.get("cue").get("text").asText()).isEqualTo("said");
        assertThat(answers.get(1)).isEqualTo("{\"id\":\"b\",\"quotes\":[]}");
    }

    @Test
    void reportsBadLinesByNumberAndGoesOn() throws IOException {
        List<String> answers = run("{\"id\":\"a\",\"text\":\"Nothing.\"}\nnot json\n\n{\"id\":\"c\"}\n"
                + "{\"id\":\"d\",\"text\":\"Nothing.\"}\n");

        assertThat(answers).hasSize(2);
        assertThat(complaints.toString(StandardCharsets.UTF_8))
                .contains("line 2: not JSON", "line 4: no id or no text");
    }

    @Test
    void saysInALineWhatIsWrongWithAFile(@TempDir Path folder) {
        PrintStream told = new PrintStream(complaints, true, StandardCharsets.UTF_8);

        assertThat(QuotesCommand.run(told, "/nope", folder.resolve("out").toString()))
                .isEqualTo(1);
        assertThat(QuotesCommand.run(told, folder.resolve("in").toString())).isEqualTo(2);

        assertThat(complaints.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("quotes: there is no file or folder /nope", "Usage: quotes IN.jsonl OUT.jsonl");
        assertThat(folder).isEmptyDirectory();
    }

    private List<String> run(String lines) throws IOException {
        StringWriter written = new StringWriter();
        try (BufferedWriter out = new BufferedWriter(written)) {
            command.run(new StringReader(lines), out);
        }
        return written.toString().lines().toList();
    }
}
