package org.onrecord.api.web.compare;

import java.util.List;

import jakarta.annotation.Nullable;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.runtime.annotations.RegisterForReflection;

import org.onrecord.api.parameter.DateOrInstant;
import org.onrecord.api.parameter.NameOrId;

/** Who or what is compared, and how. */
@RegisterForReflection
public class CompareParameters {

    static final int MOST = 5;

    /** Names or ids; those left empty in the form do not come here. */
    @RestQuery
    @Size(max = MOST, message = "must be given at most " + MOST + " times")
    @Nullable
    public List<@NameOrId String> name;

    @RestQuery
    @Pattern(regexp = "speaker|about", message = "must be speaker or about")
    @Nullable
    public String as;

    @RestQuery
    @Pattern(regexp = "publication|utterance", message = "must be publication or utterance")
    @Nullable
    public String by;

    @RestQuery
    @Pattern(regexp = "day|week|month", message = "must be day, week or month")
    @Nullable
    public String interval;

    @RestQuery
    @DateOrInstant
    @Nullable
    public String from;

    @RestQuery
    @DateOrInstant
    @Nullable
    public String to;

    List<String> names() {
        return name == null ? List.of() : name.stream().distinct().toList();
    }

    String asOrDefault() {
        return as == null ? "speaker" : as;
    }

    String byOrDefault() {
        return by == null ? "publication" : by;
    }

    String intervalOrDefault() {
        return interval == null ? "month" : interval;
    }
}
