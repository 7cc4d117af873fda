package org.onrecord.local.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A server's data folder that is filled for the first time. Until that is done a file beside it says so, and what a start
 * that was cut short (a kill, a full disk) left there is deleted by the next one: no server takes half of its files.
 *
 * @param folder the data folder
 */
record FirstStart(Path folder) {

    /** Deletes what an earlier first start left unfinished, and notes a new one if there is no data. */
    static FirstStart begin(Path folder) throws IOException {
        FirstStart start = new FirstStart(folder);
        if (Files.exists(start.mark())) {
            delete(folder);
        }
        if (!Files.exists(folder)) {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            Files.writeString(start.mark(), "");
        }
        return start;
    }

    /** The server runs and has everything: from now on its data is to be kept. */
    void done() throws IOException {
        Files.deleteIfExists(mark());
    }

    private Path mark() {
        return folder.resolveSibling(folder.getFileName() + ".unfinished");
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(folder)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.delete(file);
        }
    }
}
