package org.onrecord.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What is free on the disk that a line's data lies on. A line is not started, and is stopped, before that is nothing: the
 * database and the broker would end in the middle of a write, and could not even be told to stop.
 *
 * @param data the line's data folder, which exists
 */
record DiskRoom(Path data) {
    private static final long MEGABYTE = 1024 * 1024;

    /** What the unpacked database, its first files, the broker's and the logs take. */
    static final long FIRST_START = 250 * MEGABYTE;

    /** What a line with data takes before it has read anything: a log segment of the database and some of the broker. */
    static final long LATER_START = 150 * MEGABYTE;

    /** Below it a line is stopped; enough to write down what is under way. */
    static final long LEAST = 64 * MEGABYTE;

    /** Says that there is too little room for a line to start. */
    void requireForStart() throws IOException {
        long needed = Files.exists(data.resolve("postgresql/data")) ? LATER_START : FIRST_START;
        if (free() < needed) {
            throw new IOException("the disk of " + data + " is too full: " + free() / MEGABYTE
                    + " MB are free, but Onrecord needs " + needed / MEGABYTE
                    + " MB to start; free some space, or set ONRECORD_HOME to a folder on another disk");
        }
    }

    /** Whether a line that runs has to stop. */
    boolean isShort() throws IOException {
        return free() < LEAST;
    }

    /** What to say when it has. */
    String shortage() throws IOException {
        return "the disk of " + data + " is nearly full: " + free() / MEGABYTE
                + " MB are free. Onrecord stops now and keeps its data; free some space and start it again";
    }

    private long free() throws IOException {
        return Files.getFileStore(data).getUsableSpace();
    }
}
