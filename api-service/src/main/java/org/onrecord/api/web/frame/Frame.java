package org.onrecord.api.web.frame;

import java.text.NumberFormat;
import java.util.Locale;

/**
 * What stands around every page.
 *
 * @param title of the page, without the product's name
 * @param section it belongs to, in lower case
 * @param assets version of styles and script
 * @param signedIn whether there is a session that can be ended
 * @param token of the page's forms
 * @param administrating whether the reader may see and make keys
 * @param reader in whose way numbers are written
 */
public record Frame(
        String title,
        String section,
        String assets,
        boolean signedIn,
        String token,
        boolean administrating,
        Locale reader) {

    /** Whether the page belongs to a section. */
    public boolean in(String name) {
        return section.equals(name);
    }

    /** A count, such as 12,345. */
    public String number(Number count) {
        return NumberFormat.getIntegerInstance(reader).format(count);
    }

    /** A share of a hundred. */
    public String percent(Number hundredths) {
        return NumberFormat.getPercentInstance(reader).format(hundredths.doubleValue() / 100);
    }
}
