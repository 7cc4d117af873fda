package org.onrecord.api.page;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.runtime.annotations.RegisterForReflection;

import org.onrecord.database.Database;
import org.onrecord.database.Sql;

/**
 * How many rows answer the question, over all pages.
 *
 * @param value the number
 * @param relation whether there are exactly that many, or that many were counted and then the counting stopped
 */
@RegisterForReflection
@Schema(
        description =
                "How many the whole list has. Counting ends at 1,000, or at 100 where each row has to be looked at: by"
                        + " words, kind, site or confidence.")
public record Total(long value, Relation relation) {

    /** Counting ends here: a million rows cost as much to count as to read. */
    public static final int COUNTED = 1000;

    /** Counting ends here where no index answers the question and each row has to be looked at. */
    public static final int COUNTED_BY_READING = 100;

    @RegisterForReflection
    public enum Relation {
        @JsonProperty("exact")
        EXACT,
        @JsonProperty("atLeast")
        AT_LEAST
    }

    /**
     * @param counted how many were found by a count that stops after {@code most} and one more
     */
    public static Total of(long counted, int most) {
        return counted > most ? new Total(most, Relation.AT_LEAST) : new Total(counted, Relation.EXACT);
    }

    /** Counts rows as far as {@link #COUNTED}. */
    public static Total of(Database database, Sql rows) {
        return of(database, rows, COUNTED);
    }

    /** Counts rows as far as {@code most}. */
    public static Total of(Database database, Sql rows, int most) {
        return of(database.count(rows, most + 1), most);
    }
}
