package org.onrecord.database;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a database is, for people: host, port and name, and nothing of how to get in. */
public final class DatabaseAddress {

    /** {@code jdbc:postgresql://host:port,host:port/name?options}, all but the name left out at will. */
    private static final Pattern URL = Pattern.compile("jdbc:postgresql:(?://(?:[^/?@]*@)?([^/?]*)/?)?([^?]*).*");

    private static final String DEFAULT_HOST = "localhost";
    private static final String DEFAULT_PORT = ":5432";

    private DatabaseAddress() {}

    /** @return such as {@code db.example:5432/onrecord} */
    public static String of(String jdbcUrl) {
        Matcher url = URL.matcher(jdbcUrl);
        if (!url.matches()) {
            return "a URL that is not jdbc:postgresql://HOST:PORT/NAME";
        }
        String hosts = url.group(1) == null || url.group(1).isEmpty() ? DEFAULT_HOST : url.group(1);
        boolean hasPort = hosts.matches(".*:\\d+");
        return hosts + (hasPort ? "" : DEFAULT_PORT) + "/" + url.group(2);
    }
}
