package org.onrecord.chassis;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;

import org.jboss.logmanager.formatters.PatternFormatter;

/** What a logger was told during a test, without time and level. */
public final class ToldLines extends Handler {
    private final PatternFormatter formatter = new PatternFormatter("%m");
    private final List<String> lines = new ArrayList<>();

    /** The lines so far. */
    public List<String> lines() {
        return lines;
    }

    @Override
    public void publish(LogRecord line) {
        lines.add(formatter.format(line));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
