package org.onrecord.api.page;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import org.onrecord.chassis.problem.ProblemException;

/**
 * Where a page ended, as the sort key of its last row: what is inserted meanwhile moves nothing. Opaque to callers.
 *
 * @param position the sort key, part by part
 */
public record Cursor(List<String> position) {

    /** Of the text form: three bytes for each unit of two names, in base 64. */
    public static final int MAX_LENGTH = 1500;

    private static final String DIVIDER = "\n";

    /** The text form, bound to the question: with other filters it would begin in the middle of nowhere. */
    public String encode(String question) {
        List<String> parts = new ArrayList<>(position);
        parts.addFirst(fingerprint(question));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(DIVIDER, parts).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads the text form.
     *
     * @throws ProblemException if it is none, or was given for another question
     */
    public static Cursor decode(String text, String question) {
        List<String> parts = parts(text);
        if (!parts.getFirst().equals(fingerprint(question))) {
            throw broken();
        }
        return new Cursor(List.copyOf(parts.subList(1, parts.size())));
    }

    /** What a cursor that was tampered with ends in. */
    public static ProblemException broken() {
        return ProblemException.invalid(
                "cursor", "must be that of the link to the next page, with the other parameters as they were");
    }

    private static List<String> parts(String text) {
        try {
            byte[] decoded = Base64.getUrlDecoder().decode(text);
            return List.of(new String(decoded, StandardCharsets.UTF_8).split(DIVIDER, -1));
        } catch (IllegalArgumentException e) {
            throw broken();
        }
    }

    private static String fingerprint(String question) {
        UUID uuid = UUID.nameUUIDFromBytes(question.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits(uuid.getMostSignificantBits()).substring(0, 8);
    }
}
