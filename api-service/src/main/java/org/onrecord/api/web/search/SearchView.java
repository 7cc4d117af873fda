package org.onrecord.api.web.search;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.onrecord.api.web.frame.Address;
import org.onrecord.api.web.statement.Statement;
import org.onrecord.api.web.statement.TimeChart;

/**
 * The front page.
 *
 * @param filters those in use, by their names in the address
 * @param chips one for each
 * @param known people, bodies and places whose name has the words that are looked for
 * @param statements of this piece of the list
 * @param total how many there are, in words
 * @param next link to the next piece; null on the last
 * @param newest link to the first piece; null on it
 * @param facets what the statements have in common, for narrowing
 * @param chart how many over time; null where it takes too long to count
 * @param csv link to all of them for a spreadsheet
 * @param lines link to all of them as JSON Lines
 * @param feed link to the newest of them for a feed reader
 * @param save link to the page that saves the search, or makes an alert of it
 * @param stream link to new ones as they are stored
 * @param meant names like one that was asked for and that nobody bears
 * @param empty whether nothing at all is stored yet
 * @param watching whether a source is watched, so that the first statements are on their way; looked at where nothing is stored
 * @param sample home page of the news site that comes with Onrecord; "" where none runs beside it
 */
public record SearchView(
        List<Address.Parameter> filters,
        List<Chip> chips,
        List<Known> known,
        List<Statement> statements,
        String total,
        @Nullable String next,
        @Nullable String newest,
        List<Facet> facets,
        @Nullable TimeChart chart,
        String csv,
        String lines,
        String feed,
        String save,
        String stream,
        List<Meant> meant,
        boolean empty,
        boolean watching,
        String sample) {

    /**
     * A filter in use.
     *
     * @param name what it filters by
     * @param value what it lets through
     * @param without link to the same question without it
     */
    public record Chip(String name, String value, String without) {}

    /** A name that may be meant, and the question with it. */
    public record Meant(String name, String link) {}

    /** Somebody or something that goes by the words. */
    public record Known(
            String name, String type, String link, String said, String about, long quotesBy, long quotesAbout) {}

    /** A way to narrow the question. */
    public record Facet(String title, List<Row> rows) {}

    /**
     * @param share of the longest bar, 0 to 100
     * @param link to the question narrowed to it
     */
    public record Row(String name, long count, long share, String link) {}

    /** Whether somebody has just come: nothing is asked yet. */
    public boolean isFront() {
        return filters.isEmpty() && newest == null;
    }

    /** The first value of a filter; "" where it is not in use. */
    public String filter(String name) {
        return filters.stream()
                .filter(filter -> filter.name().equals(name))
                .map(Address.Parameter::value)
                .findFirst()
                .orElse("");
    }

    public boolean has(String name, String value) {
        return filter(name).equals(value);
    }
}
