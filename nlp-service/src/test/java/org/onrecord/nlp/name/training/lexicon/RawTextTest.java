package org.onrecord.nlp.name.training.lexicon;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class RawTextTest {
    @Test
    void readsTextOfAllItsFormats(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.csv"), "title,text\nOne,\"She said \"\"no\"\". He left.\"\n");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("b.jsonl.gz")))) {
            out.write("""
                {"title": "Storm hits", "text": "It rained. Iraq's army came."}
                {"items": [{"text": "A bank fell."}]}
                """.getBytes(StandardCharsets.UTF_8));
        }
        Files.writeString(folder.resolve("README.md"), "Not a text of news.");

        Map<String, List<List<String>>> texts = RawText.read(folder);

        assertThat(texts.keySet()).containsExactly("a.csv", "b.jsonl.gz");
        assertThat(texts.get("b.jsonl.gz"))
                .containsExactly(
                        List.of("Storm", "hits"),
                        List.of("It", "rained", "."),
                        List.of("Iraq", "'s", "army", "came", "."),
                        List.of("A", "bank", "fell", "."));
    }
}
