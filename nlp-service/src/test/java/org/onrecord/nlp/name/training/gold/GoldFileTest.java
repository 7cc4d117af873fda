package org.onrecord.nlp.name.training.gold;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class GoldFileTest {
    @Test
    void readsDocumentsAndCutsCollectionsOfSentencesInWindows(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("gold");
        Files.writeString(file, "-DOCSTART-\tO\n\nA\tO\n\nB\tB-PER\n\n-DOCSTART-\tO\n\n" + "C\tO\n\n".repeat(500));

        List<TaggedDocument> documents = GoldFile.read(file);

        assertThat(documents).hasSize(1 + 500 / GoldFile.WINDOW);
        assertThat(documents.get(0).sentences())
                .extracting(TaggedSentence::tags)
                .containsExactly(List.of("O"), List.of("B-PER"));
    }
}
