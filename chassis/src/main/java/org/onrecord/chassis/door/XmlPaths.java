package org.onrecord.chassis.door;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where bodies are XML of another program, such as a list of subscriptions. A page of another site cannot send their types without being
 * asked whether it may. Immutable.
 */
record XmlPaths(List<String> paths) {
    private static final Set<String> TYPES = Set.of("text/x-opml", "application/xml", "text/xml");

    XmlPaths {
        paths = List.copyOf(paths);
    }

    /** @param path of the request, normalised */
    boolean take(String path) {
        return paths.contains(path);
    }

    /**
     * @param path of the request, normalised
     * @param types every value of Content-Type that it has
     */
    boolean take(String path, List<String> types) {
        return take(path)
                && types.size() == 1
                && TYPES.contains(types.getFirst().split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
    }
}
