package org.onrecord.api.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;

/** The URL of the page that was asked for, with another cursor. */
public final class NextLink {

    private static final String CURSOR = "cursor";

    private NextLink() {}

    /** Gives the URL for a cursor. */
    public static UnaryOperator<String> of(UriInfo page) {
        return cursor -> after(page, cursor);
    }

    /**
     * @param page the page that was asked for
     * @param cursor where the next one begins
     * @return path and query
     */
    public static String after(UriInfo page, String cursor) {
        return after(page.getPath(), page.getQueryParameters(), cursor);
    }

    static String after(String path, MultivaluedMap<String, String> parameters, String cursor) {
        StringJoiner query = new StringJoiner("&", path + "?", "");
        for (Map.Entry<String, java.util.List<String>> parameter : parameters.entrySet()) {
            if (!parameter.getKey().equals(CURSOR)) {
                parameter
                        .getValue()
                        .forEach(value ->
                                query.add(parameter.getKey() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
            }
        }
        return query.add(CURSOR + "=" + cursor).toString();
    }
}
