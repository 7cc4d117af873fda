package org.onrecord.api.review;

import jakarta.annotation.Nullable;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.runtime.annotations.RegisterForReflection;

import org.onrecord.api.parameter.DateOrInstant;
import org.onrecord.api.parameter.Period;
import org.onrecord.database.Sql;

/** Which decisions are asked for. */
@RegisterForReflection
public class ReviewParameters {

    private static final String DECISIONS = "confirmed|corrected|rejected|merged|separated|renamed";

    @RestQuery
    @Parameter(description = "By whom: the name of a key, or whom a token was given to.")
    @Size(max = 255, message = "must be at most 255 characters")
    @Nullable
    public String author;

    @RestQuery
    @Parameter(description = "What was decided.")
    @Schema(enumeration = {"confirmed", "corrected", "rejected", "merged", "separated", "renamed"})
    @Pattern(regexp = DECISIONS, message = "must be confirmed, corrected, rejected, merged, separated or renamed")
    @Nullable
    public String decision;

    @RestQuery
    @Parameter(
            description = "standing: those that hold, of which orphaned are those whose words the article has no more."
                    + " ended: those that were undone or replaced.")
    @Schema(enumeration = {"standing", "orphaned", "ended"})
    @Pattern(regexp = "standing|orphaned|ended", message = "must be standing, orphaned or ended")
    @Nullable
    public String state;

    @RestQuery
    @Parameter(description = "Decided on this day (in UTC) or at this moment, or later.")
    @DateOrInstant
    @Nullable
    public String from;

    @RestQuery
    @Parameter(description = "Decided on this day (in UTC) or at this moment, or earlier.")
    @DateOrInstant
    @Nullable
    public String to;

    /** What a cursor is bound to. */
    String question() {
        return String.join("\n", "reviews", "" + author, "" + decision, "" + state, "" + from, "" + to);
    }

    /** The same in SQL. */
    Sql all() {
        Sql all = new Sql().add(Reviews.COLUMNS + " WHERE true");
        if (author != null) {
            all.add("AND r.author = ?", author);
        }
        if (decision != null) {
            all.add("AND r.decision = ?", decision);
        }
        if (state != null) {
            all.add(
                    switch (state) {
                        case "ended" -> "AND r.ended_at IS NOT NULL";
                        case "orphaned" -> "AND r.ended_at IS NULL AND r.state = 'orphaned'";
                        default -> "AND r.ended_at IS NULL";
                    });
        }
        Period period = Period.of(from, to);
        period.from().ifPresent(start -> all.add("AND r.made_at >= ?", start));
        period.before().ifPresent(end -> all.add("AND r.made_at < ?", end));
        return all;
    }
}
