package org.onrecord.scraper.source.channel;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.onrecord.scraper.source.document.ChannelKind;
import org.onrecord.scraper.source.document.Document;

/** How a poll ended. */
sealed interface Poll {

    /** The document is the one that was read before. */
    record Unchanged(Channel.Validators validators, Duration wished) implements Poll {}

    /**
     * Pages were told of.
     *
     * @param stories those that the source wants
     * @param wished the least time until the next poll that feed or server ask for
     */
    record Told(ChannelKind kind, List<Triage.Story> stories, Channel.Validators validators, Duration wished)
            implements Poll {}

    /** Sitemaps were told of. */
    record Indexed(List<Document.Child> children, Channel.Validators validators, Duration wished) implements Poll {}

    /** The source's page led to these. */
    record Discovered(List<URI> channels) implements Poll {}

    /**
     * Nothing could be read.
     *
     * @param lasting whether asking again hardly helps
     * @param wished the least time until the next try that the server asks for
     */
    record Failed(String why, Kind kind, Duration wished) implements Poll {
        private static final int MAX_WHY = 500;

        public Failed {
            // Words of a server's or a parser's, which may hold anything, are kept in a row.
            String printable = why.replaceAll("\\p{Cntrl}+", " ");
            why = printable.length() > MAX_WHY ? printable.substring(0, MAX_WHY) + "…" : printable;
        }

        enum Kind {
            PASSING,
            LASTING,
            /** The server says so: 410. */
            GONE
        }
    }
}
