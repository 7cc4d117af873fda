package org.onrecord.chassis.door;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where bodies of any length are read as they come, a line at a time: a line has the length that other bodies have. A page of
 * another site cannot send their types without being asked whether it may. Immutable.
 */
record StreamPaths(List<String> paths) {
    private static final Set<String> TYPES = Set.of("application/jsonl", "application/x-ndjson", "application/gzip");

    StreamPaths {
        paths = List.copyOf(paths);
    }

    /** @param path of the request, normalised */
    boolean take(String path) {
        return paths.contains(path);
    }

    /** @param types every value of Content-Type that the request has */
    boolean take(String path, List<String> types) {
        return take(path)
                && types.size() == 1
                && TYPES.contains(types.getFirst().split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
    }
}
