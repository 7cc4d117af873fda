package org.onrecord.egress;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.onrecord.egress.FetchResult.Fetched;

/**
 * Finds where a page leads on by itself, by the header {@code Refresh} or the meta element of that name, as browsers without
 * scripts do (HTML standard, "shared declarative refresh steps"). Takes time linear in what it looks at. Pure.
 */
final class Refresh {

    /** What waits for longer is a page that is to be read, and brought up to date or left afterwards. */
    private static final int LONGEST_SECONDS = 15;

    /** Of a page, from its beginning; a step on the way is short. */
    private static final int LOOKED_AT = 128 << 10;

    private static final int LONGEST_TAG = 4 << 10;

    private static final Set<String> HTML = Set.of("text/html", "application/xhtml+xml");

    private static final Pattern INSTRUCTION = Pattern.compile(
            "\\s*(\\d{1,9})?(?:\\.[\\d.]*)?(?:\\s*[;,]|\\s)\\s*(?:url\\s*=\\s*)?(?:'([^']*)|\"([^\"]*)|(.*))",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*");

    private static final Pattern ATTRIBUTE =
            Pattern.compile("([a-z-]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))", Pattern.CASE_INSENSITIVE);

    /** What holds text, or what is not for this reader: a page for those without scripts is none of its own. */
    private static final Set<String> PASSED_OVER =
            Set.of("script", "style", "textarea", "title", "noscript", "template", "xmp", "iframe", "noframes", "svg");

    private Refresh() {}

    /** The URL that a page has asked for in its place, as it may be written; unvetted, empty if it leads nowhere. */
    static Optional<String> of(Fetched page) {
        return page.headers()
                .first("Refresh")
                .flatMap(Refresh::target)
                .map(target -> UrlReader.resolve(page.url(), target))
                .or(() -> inMarkup(page));
    }

    private static Optional<String> inMarkup(Fetched page) {
        if (!page.headers().mediaType().map(HTML::contains).orElse(true)) {
            return Optional.empty();
        }
        byte[] body = page.body();
        Markup markup = new Markup(
                new String(Arrays.copyOf(body, Math.min(body.length, LOOKED_AT)), StandardCharsets.ISO_8859_1));
        markup.read();
        return markup.refresh
                .flatMap(Refresh::target)
                .map(target -> UrlReader.resolve(base(page.url(), markup), target));
    }

    private static URI base(URI page, Markup markup) {
        return markup.base
                                .map(href -> UrlReader.read(UrlReader.resolve(page, href)))
                                .orElse(null)
                        instanceof Target target
                ? target.uri()
                : page;
    }

    private static Optional<String> target(String instruction) {
        Matcher matcher = INSTRUCTION.matcher(instruction);
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        String seconds = matcher.group(1) == null ? "0" : matcher.group(1);
        String url = matcher.group(2) != null
                ? matcher.group(2)
                : matcher.group(3) != null ? matcher.group(3) : matcher.group(4);
        return Optional.of(url.strip())
                .filter(target -> !target.isEmpty() && Integer.parseInt(seconds) <= LONGEST_SECONDS);
    }

    /** The tags of a page, one after the other; each character stands for a byte. */
    private static final class Markup {
        private final String html;
        private final String lowerCase;
        private Optional<String> refresh = Optional.empty();
        private Optional<String> base = Optional.empty();

        Markup(String html) {
            this.html = html;
            this.lowerCase = html.toLowerCase(Locale.ROOT);
        }

        void read() {
            int at = html.indexOf('<');
            while (at >= 0 && at < html.length()) {
                at = html.indexOf('<', after(at));
            }
        }

        /** Where what begins here ends. */
        private int after(int at) {
            if (html.startsWith("<!--", at)) {
                return orEnd(html.indexOf("-->", at + 4));
            }
            Matcher name = NAME.matcher(lowerCase).region(at + 1, html.length());
            if (!name.lookingAt()) {
                return at + 1;
            }
            int end = endOfTag(name.end());
            if (PASSED_OVER.contains(name.group())) {
                return orEnd(lowerCase.indexOf("</" + name.group(), end));
            }
            tag(name.group(), html.substring(name.end(), end));
            return end;
        }

        private int orEnd(int found) {
            return found < 0 ? html.length() : found;
        }

        /** Of one without end, or too long, the end of its name. */
        private int endOfTag(int from) {
            char quote = 0;
            for (int i = from; i < Math.min(html.length(), from + LONGEST_TAG); i++) {
                char c = html.charAt(i);
                if (quote == 0 && c == '>') {
                    return i;
                }
                if (quote != 0) {
                    quote = c == quote ? 0 : quote;
                } else if ((c == '"' || c == '\'') && html.charAt(i - 1) == '=') {
                    quote = c;
                }
            }
            return from;
        }

        private void tag(String name, String rest) {
            if (name.equals("base")) {
                base = base.or(() -> attribute(rest, "href"));
            } else if (name.equals("meta")
                    && attribute(rest, "http-equiv")
                            .map(value -> value.strip().equalsIgnoreCase("refresh"))
                            .orElse(false)) {
                refresh = refresh.or(() -> attribute(rest, "content"));
            }
        }

        private static Optional<String> attribute(String tag, String name) {
            Matcher attribute = ATTRIBUTE.matcher(tag);
            while (attribute.find()) {
                if (attribute.group(1).equalsIgnoreCase(name)) {
                    String value = attribute.group(2) != null
                            ? attribute.group(2)
                            : attribute.group(3) != null ? attribute.group(3) : attribute.group(4);
                    return Optional.of(unescaped(value));
                }
            }
            return Optional.empty();
        }

        private static String unescaped(String value) {
            return value.replaceAll("(?i)&quot;|&#0*34;|&#x0*22;", "\"")
                    .replaceAll("(?i)&apos;|&#0*39;|&#x0*27;", "'")
                    .replaceAll("(?i)&#0*47;|&#x0*2f;|&sol;", "/")
                    .replaceAll("(?i)&#0*61;|&#x0*3d;", "=")
                    .replaceAll("(?i)&#0*58;|&#x0*3a;|&colon;", ":")
                    .replaceAll("(?i)&amp;|&#0*38;|&#x0*26;", "&");
        }
    }
}
