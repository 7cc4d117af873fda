package org.onrecord.scraper.extract.page;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * XHTML that is served as XML, written as HTML: to a parser of HTML an element that closes itself is open, so a script by its
 * address alone would hold the whole page. Takes time linear in the length. Pure.
 */
public final class Xhtml {

    private static final Set<String> EMPTY = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
            "wbr");

    private static final Set<String> RAW = Set.of("script", "style");

    private static final Pattern TAG = Pattern.compile(
            "<!\\[CDATA\\[|<!--|<(/?)([A-Za-z][\\w.-]*+)(?::([A-Za-z][\\w.-]*+))?+((?:\"[^\"]*+\"|'[^']*+'|[^<>\"'])*+)>");

    private static final Pattern PREFIX =
            Pattern.compile("\\sxmlns:([\\w.-]{1,40})\\s*=\\s*[\"']http://www\\.w3\\.org/1999/xhtml[\"']");

    /** Where a page declares what its prefixes mean. */
    private static final int HEAD = 4 << 10;

    private static final String CDATA_END = "]]>";
    private static final String COMMENT_END = "-->";

    private Xhtml() {}

    public static String asHtml(String xhtml) {
        Matcher declared = PREFIX.matcher(xhtml).region(0, Math.min(xhtml.length(), HEAD));
        String prefix = declared.find() ? declared.group(1) : "";
        StringBuilder html = new StringBuilder(xhtml.length() + 64);
        Matcher tag = TAG.matcher(xhtml);
        int at = 0;
        while (tag.find(at)) {
            html.append(xhtml, at, tag.start());
            at = tag.end();
            if (tag.group(2) != null) {
                at = tag(tag, prefix, xhtml, html);
            } else if (tag.group().equals("<!--")) {
                at = end(xhtml, COMMENT_END, tag.end());
                html.append(xhtml, tag.start(), at);
            } else {
                at = end(xhtml, CDATA_END, tag.end());
                String text = xhtml.substring(tag.end(), Math.max(tag.end(), at - CDATA_END.length()));
                html.append(text.replace("&", "&amp;").replace("<", "&lt;"));
            }
        }
        return html.append(xhtml, Math.min(at, xhtml.length()), xhtml.length()).toString();
    }

    /** Where what follows it begins. */
    private static int tag(Matcher tag, String prefix, String xhtml, StringBuilder html) {
        boolean prefixed = tag.group(3) != null;
        boolean own = prefixed && tag.group(2).equals(prefix);
        String name = own || !prefixed ? (own ? tag.group(3) : tag.group(2)) : tag.group(2) + ":" + tag.group(3);
        String rest = tag.group(4);
        boolean closesItself = rest.endsWith("/");
        String lowerCase = name.toLowerCase(Locale.ROOT);
        html.append('<').append(tag.group(1)).append(name);
        html.append(closesItself ? rest.substring(0, rest.length() - 1) : rest).append('>');
        boolean opens = tag.group(1).isEmpty();
        if (closesItself && opens && !EMPTY.contains(lowerCase)) {
            html.append("</").append(name).append('>');
        } else if (opens && !closesItself && RAW.contains(lowerCase)) {
            int close = xhtml.indexOf("</", tag.end());
            while (close >= 0 && !xhtml.startsWith(name, close + 2 + (own ? prefix.length() + 1 : 0))) {
                close = xhtml.indexOf("</", close + 2);
            }
            int end = close < 0 ? xhtml.length() : close;
            html.append(xhtml, tag.end(), end);
            return end;
        }
        return tag.end();
    }

    private static int end(String text, String mark, int from) {
        int at = text.indexOf(mark, from);
        return at < 0 ? text.length() : at + mark.length();
    }
}
