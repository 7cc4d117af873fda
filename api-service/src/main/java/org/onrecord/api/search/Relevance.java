package org.onrecord.api.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.onrecord.api.database.Replicated;
import org.onrecord.api.page.Cursor;
import org.onrecord.api.page.DatedPosition;
import org.onrecord.api.page.Page;
import org.onrecord.chassis.problem.ProblemException;
import org.onrecord.database.Database;
import org.onrecord.database.Sql;

/**
 * Finds the rows that have some words closest together: of the newest that have them, since PostgreSQL can only rank what it has
 * read. Thread-safe.
 */
@ApplicationScoped
public class Relevance {

    private static final int MOST = 1000;

    private final Database database;
    private final NewestFirst newestFirst;

    Relevance(@Replicated Database database, NewestFirst newestFirst) {
        this.database = database;
        this.newestFirst = newestFirst;
    }

    /**
     * @param search empty where no words are asked for
     * @param ranks gives the SQL that gives {@code id} of rows of some ids, the most relevant first
     * @param read gives the rows of some ids, in any order
     * @param id of a row
     * @param link gives the URL that goes on at a place
     * @throws ProblemException if no words are asked for, or the cursor is broken
     */
    public <T> Page<T> page(
            Optional<WordSearch> search,
            Function<Collection<UUID>, Sql> ranks,
            Optional<Cursor> after,
            int limit,
            Function<List<UUID>, List<T>> read,
            Function<T, UUID> id,
            Function<Cursor, String> link) {
        WordSearch words = search.orElseThrow(() ->
                ProblemException.invalid("sort", "can be relevance only with words, q, and without speaker and about"));
        NewestFirst.Found newest = newestFirst.page(words, Optional.empty(), MOST);
        List<UUID> ranked = database.list(
                ranks.apply(newest.found().stream().map(DatedPosition::id).toList()),
                row -> row.getColumn("id", UUID.class));
        int from = Math.min(after.map(Relevance::place).orElse(0), ranked.size());
        int to = Math.min(from + limit, ranked.size());
        List<UUID> ids = ranked.subList(from, to);
        List<T> rows = new ArrayList<>(read.apply(ids));
        rows.sort((one, other) -> ids.indexOf(id.apply(one)) - ids.indexOf(id.apply(other)));
        String next = to < ranked.size() ? link.apply(new Cursor(List.of(String.valueOf(to)))) : null;
        return Page.of(rows, newest.total(), next);
    }

    private static int place(Cursor cursor) {
        String place = cursor.position().getFirst();
        if (cursor.position().size() != 1 || !place.matches("\\d{1,4}")) {
            throw Cursor.broken();
        }
        return Integer.parseInt(place);
    }
}
