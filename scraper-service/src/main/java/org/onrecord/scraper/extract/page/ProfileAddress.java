package org.onrecord.scraper.extract.page;

import java.util.Set;

/** Addresses of pages about authors. */
final class ProfileAddress {
    private static final Set<String> NAMES = Set.of(
            "author",
            "authors",
            "autor",
            "autoren",
            "auteur",
            "auteurs",
            "autore",
            "autori",
            "contributor",
            "contributors",
            "journalist",
            "journalists",
            "reporter",
            "columnist",
            "profile",
            "people",
            "staff",
            "writer",
            "writers");

    private ProfileAddress() {}

    /** Whether a part of the address that stands there is a name of such pages, with somebody's after it. */
    static boolean isIn(String text, int start, int limit) {
        int slash = text.indexOf('/', start, limit);
        while (slash >= 0) {
            int end = slash + 1;
            while (end < limit && text.charAt(end) >= 'a' && text.charAt(end) <= 'z') {
                end++;
            }
            boolean named = end + 1 < limit
                    && (text.charAt(end) == '/' || text.charAt(end) == '=')
                    && "/?#".indexOf(text.charAt(end + 1)) < 0;
            if (named && NAMES.contains(text.substring(slash + 1, end))) {
                return true;
            }
            slash = text.indexOf('/', end, limit);
        }
        return false;
    }
}
