package org.onrecord.scraper.extract.metadata;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Takes the site's name off a title: {@code Headline | Section | Site}. */
final class SiteSuffix {
    private static final List<String> DIVIDERS = List.of(" | ", " - ", " – ", " — ", " :: ", " · ", " « ", " » ", ": ");
    private static final int FEWEST_WORDS = 2;

    private SiteSuffix() {}

    static String removed(String title, Optional<String> siteName, Optional<URI> url) {
        String rest = title;
        for (int pass = 0; pass < 3; pass++) {
            String shorter = withoutOne(rest, siteName, url);
            if (shorter.equals(rest)) {
                return rest;
            }
            rest = shorter;
        }
        return rest;
    }

    private static String withoutOne(String title, Optional<String> siteName, Optional<URI> url) {
        for (String divider : DIVIDERS) {
            int at = title.lastIndexOf(divider);
            if (at > 0 && title.substring(0, at).split(" ").length >= FEWEST_WORDS) {
                String suffix = title.substring(at + divider.length());
                if (divider.equals(" | ") || namesSite(suffix, siteName, url)) {
                    return title.substring(0, at).strip();
                }
            }
            int first = title.indexOf(divider);
            if (first > 0 && namesSite(title.substring(0, first), siteName, url)) {
                return title.substring(first + divider.length()).strip();
            }
        }
        return title;
    }

    /** Whether the words are the site's address. */
    static boolean isHost(String words, Optional<URI> url) {
        return words.indexOf('.') > 0
                && url.map(URI::getHost)
                        .map(host -> host.replaceFirst("^www\\.", "").equalsIgnoreCase(words.strip()))
                        .orElse(false);
    }

    private static boolean namesSite(String words, Optional<String> siteName, Optional<URI> url) {
        String name = squeezed(words);
        if (name.isEmpty()) {
            return false;
        }
        if (siteName.map(site -> squeezed(site).equals(name) || Likeness.ofWords(site, words) > 0.6)
                .orElse(false)) {
            return true;
        }
        Optional<String> host = url.map(URI::getHost);
        if (host.isEmpty()) {
            return false;
        }
        String bare = squeezed(host.get().replaceFirst("^www\\.", ""));
        String withoutArticle = name.startsWith("the") ? name.substring(3) : name;
        return name.length() >= 3
                && (bare.startsWith(name) || withoutArticle.length() >= 3 && bare.contains(withoutArticle));
    }

    private static String squeezed(String words) {
        return Likeness.normalised(words).replace(" ", "").toLowerCase(Locale.ROOT);
    }
}
