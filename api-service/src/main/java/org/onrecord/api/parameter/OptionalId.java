package org.onrecord.api.parameter;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Tells an id from a name where a parameter takes either. */
public final class OptionalId {

    private static final Pattern UUID_FORM =
            Pattern.compile("\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}");

    private OptionalId() {}

    /** The id, if the text is one. */
    public static Optional<UUID> of(String text) {
        return UUID_FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
