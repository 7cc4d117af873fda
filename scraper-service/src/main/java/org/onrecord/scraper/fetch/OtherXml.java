package org.onrecord.scraper.fetch;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.onrecord.egress.FetchResult;

/** Tells XML that is no page from XHTML, which some servers call XML too: a feed is no article. Pure. */
final class OtherXml {

    private static final Set<String> XML = Set.of("application/xml", "text/xml");

    private static final int HEAD = 16 << 10;

    /** What stands before the root, and its name without its prefix. */
    private static final Pattern ROOT = Pattern.compile(
            "[^<]*+(?:<(?:\\?[^>]*+|!--(?:[^-]|-(?!->))*+--|![^>\\[]*+(?:\\[[^\\]]*+\\][^>]*+)?)>[^<]*+)*+"
                    + "<(?:[a-z0-9_.-]++:)?+([a-z0-9_.-]{1,40})",
            Pattern.CASE_INSENSITIVE);

    /** Of pages, be they whole or not. */
    private static final Set<String> OF_PAGES =
            Set.of("html", "head", "body", "title", "meta", "main", "article", "section", "header", "div", "h1", "p");

    private OtherXml() {}

    /** The root of what is said to be XML and is no page; empty otherwise. */
    static Optional<String> in(FetchResult.Fetched fetched) {
        if (!fetched.headers().mediaType().map(XML::contains).orElse(false)) {
            return Optional.empty();
        }
        byte[] body = fetched.body();
        Matcher root =
                ROOT.matcher(new String(Arrays.copyOf(body, Math.min(body.length, HEAD)), StandardCharsets.ISO_8859_1)
                        .replace("\0", ""));
        return root.lookingAt()
                ? Optional.of(root.group(1).toLowerCase(Locale.ROOT)).filter(name -> !OF_PAGES.contains(name))
                : Optional.empty();
    }
}
