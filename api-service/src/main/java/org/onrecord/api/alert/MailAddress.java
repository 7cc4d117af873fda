package org.onrecord.api.alert;

import java.util.Locale;
import java.util.regex.Pattern;

/** Addresses of mailboxes: the plain ones of RFC 5321, section 4.1.2, without names, comments, quotes or literals of hosts. */
public final class MailAddress {

    private static final int LONGEST = 254;
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";

    private static final Pattern PLAIN =
            Pattern.compile("(?=.{1,64}@)" + ATOM + "(?:\\." + ATOM + ")*+@(?:" + LABEL + "\\.)+(?!\\d+$)" + LABEL);

    private MailAddress() {}

    /** Whether it is one address, and nothing else: no white space, no line end, no second address. */
    public static boolean isOne(String address) {
        return address.length() <= LONGEST && PLAIN.matcher(address).matches();
    }

    /** @param address that {@link #isOne} @return its domain, in lower case */
    static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }
}
