package org.onrecord.api.search;

import java.util.Optional;

import org.onrecord.api.page.DatedPosition;
import org.onrecord.api.parameter.Period;
import org.onrecord.database.Sql;

/**
 * The SQL of a question for words.
 *
 * @param id the column of a row's id
 * @param date the column of its date
 * @param from the tables, from FROM on, with all that is searched ({@code WHERE})
 * @param conditions what a row must have, each beginning with {@code AND}
 * @param period the time that is asked for
 */
public record WordSearch(String id, String date, String from, Sql conditions, Period period) {

    /** A question that {@link WordQuestion} wrote, its accents taken off as those of the texts are. */
    public static final String WORDS = "to_tsquery('english', plain_letters(?))";

    /** All rows that have the words, for counting. */
    Sql all() {
        return new Sql().skewed().add("SELECT 1").add(from).add(conditions).add(dates(period));
    }

    /**
     * Reads the newest rows there are, whatever words they have: gives {@code id} and {@code dated_at} of those that have the words
     * ({@code has}) and, with its {@code number}, of the last that was read; newest first.
     */
    Sql newest(Optional<DatedPosition> after, int most) {
        return new Sql()
                .add("SELECT id, dated_at, has, number FROM (SELECT " + id + " AS id, " + date + " AS dated_at, (true")
                .add(conditions)
                .add(") AS has, row_number() OVER (" + newestFirst() + ") AS number")
                .add(from)
                .add(dates(period))
                .add(behind(after))
                .add(newestFirst() + " LIMIT ?) AS newest", most)
                .add("WHERE has OR number = ? ORDER BY number", most);
    }

    /**
     * Gives {@code id} and {@code dated_at} of the rows of a stretch of time that have the words, newest first.
     *
     * @param months an array for {@code year_and_month} that covers the stretch; without it the rows may be read in their order as
     *     well as be looked up
     */
    Sql within(Period stretch, Optional<String> months, Optional<DatedPosition> after, int limit) {
        Sql sql = new Sql()
                .skewed()
                .add("SELECT " + id + " AS id, " + date + " AS dated_at")
                .add(from)
                .add(conditions)
                .add(dates(stretch));
        months.ifPresent(numbers -> sql.add("AND year_and_month(" + date + ") && ?::integer[]", numbers));
        return sql.add(behind(after)).add(newestFirst() + " LIMIT ?", limit);
    }

    private String newestFirst() {
        return "ORDER BY " + date + " DESC, " + id + " DESC";
    }

    private Sql dates(Period stretch) {
        Sql dates = new Sql();
        stretch.from().ifPresent(from -> dates.add("AND " + date + " >= ?", from));
        stretch.before().ifPresent(before -> dates.add("AND " + date + " < ?", before));
        return dates;
    }

    private Sql behind(Optional<DatedPosition> after) {
        Sql behind = new Sql();
        after.ifPresent(
                position -> behind.add("AND (" + date + ", " + id + ") < (?, ?)", position.date(), position.id()));
        return behind;
    }
}
