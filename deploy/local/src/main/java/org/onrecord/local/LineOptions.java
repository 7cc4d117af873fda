package org.onrecord.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How a line is to be started.
 *
 * @param project the project's folder, whose services are packaged
 * @param data the folder that keeps the data, the logs and the state; created if it is new
 * @param alsoAllow further addresses on this machine that the scraper may fetch from, {@code host:port}
 * @param environment further variables for every service, such as {@code ONRECORD_HOST_DELAY}; where the broker, the database
 *     and the services are is the line's own affair, and lists of hosts are added to the line's own
 * @param heaps the largest heap of each service
 * @param progress takes one line of text for each step
 */
public record LineOptions(
        Path project,
        Path data,
        List<String> alsoAllow,
        Map<String, String> environment,
        Heaps heaps,
        Consumer<String> progress) {

    /** Megabytes of the largest heap of each service. */
    public record Heaps(int scraper, int nlp, int api) {
        /** What a line on one machine does with. */
        public static final Heaps USUAL = new Heaps(384, 512, 256);
    }

    /** With the usual heaps. */
    public LineOptions(
            Path project,
            Path data,
            List<String> alsoAllow,
            Map<String, String> environment,
            Consumer<String> progress) {
        this(project, data, alsoAllow, environment, Heaps.USUAL, progress);
    }
}
