package org.onrecord.api.export;

import java.util.Optional;

import jakarta.annotation.Nullable;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.runtime.annotations.RegisterForReflection;

import org.onrecord.api.page.Cursor;
import org.onrecord.api.page.DatedPosition;

/** How an export is written, and where it begins. */
@RegisterForReflection
public class ExportParameters {

    @RestQuery
    @Parameter(
            description =
                    "JSON Lines, faithful and whole; or CSV, for spreadsheets: for Excel with the mark by which it"
                            + " knows UTF-8.")
    // A pattern of OpenAPI may match a part alone, so that this is the one that was released.
    @Schema(
            pattern = "jsonl|csv",
            enumeration = {"jsonl", "csv", "csv-excel"},
            defaultValue = "jsonl")
    @Pattern(regexp = "jsonl|csv|csv-excel", message = "must be jsonl, csv or csv-excel")
    @Nullable
    public String format;

    @RestQuery
    @Parameter(
            description = "Where to go on: the cursor of the last line that arrived, with the other parameters as they"
                    + " were.")
    @Size(max = Cursor.MAX_LENGTH, message = "must be at most " + Cursor.MAX_LENGTH + " characters")
    @Nullable
    public String cursor;

    ExportFormat formatOrDefault() {
        return switch (format == null ? "" : format) {
            case "csv" -> ExportFormat.CSV;
            case "csv-excel" -> ExportFormat.CSV_EXCEL;
            default -> ExportFormat.JSON_LINES;
        };
    }

    Optional<DatedPosition> after(String question) {
        return Optional.ofNullable(cursor).map(text -> DatedPosition.of(Cursor.decode(text, question)));
    }
}
