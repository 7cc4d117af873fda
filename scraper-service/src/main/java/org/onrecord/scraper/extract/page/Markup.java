package org.onrecord.scraper.extract.page;

import java.io.Reader;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

import org.jsoup.parser.Parser;

/**
 * A page's HTML as it is given to the parser: without what stands in scripts and styles, which is two thirds of a news
 * page and no part of any article, and without the attributes that nobody asks for. Scripts of JSON-LD stay. Immutable.
 *
 * <p>Tags and comments are told apart as the HTML standard's tokeniser does (13.2.5); where a script nests in a way that
 * only a parser can follow, everything from there on is left as it is.
 */
final class Markup {
    private static final int START_SIZE = 64;
    private static final int LONGEST_NAME = 10;

    private static final Set<String> CUT = Set.of("script", "style");

    /** Elements in which a tag is no tag, or not the one it seems. */
    static final Set<String> OPAQUE =
            Set.of("title", "textarea", "iframe", "noembed", "noframes", "xmp", "noscript", "svg", "math");

    /** Attributes that are read of some element, or that tell the parser where an element belongs. */
    private static final boolean[] ASKED = asked(
            "class id role itemprop data-component data-testid hidden style href rel content datetime lang name property"
                    + " pubdate shadowrootmode type encoding color face size");

    private final String source;
    /** In pairs, where a cut starts and where it ends. */
    private int[] cuts = new int[START_SIZE];

    /** For each cut, where it would stand in what is parsed. */
    private int[] keptBefore = new int[START_SIZE / 2];

    private int count;

    /** In pairs, where a run of text starts and where it ends. */
    private int[] runs = new int[16 * START_SIZE];

    private int runCount;

    private Markup(String source) {
        this.source = source;
    }

    /** By hash, where others may fall on the same place and stay too. */
    private static boolean[] asked(String names) {
        boolean[] asked = new boolean[4096];
        for (String name : names.split(" ")) {
            int hash = 0;
            for (int i = 0; i < name.length(); i++) {
                hash = WordTable.with(hash, name.charAt(i));
            }
            asked[hash & asked.length - 1] = true;
        }
        return asked;
    }

    static Markup of(String html) {
        Markup markup = new Markup(html);
        markup.scan();
        return markup;
    }

    /** What is parsed, told to the bound as it is read. */
    Reader kept(TreeBound bound) {
        return new Kept(bound);
    }

    /** Where a character of {@link #kept} stands in the page's HTML. */
    int inSource(int offset) {
        int found = Arrays.binarySearch(keptBefore, 0, count, offset);
        int before = found >= 0 ? found : -found - 1;
        return before == 0 ? offset : offset - keptBefore[before - 1] + cuts[2 * before - 1];
    }

    /** How many runs of text it has between tags, those of elements left out whose text is no article's; 0 if unknown. */
    int runs() {
        return runCount;
    }

    int runStart(int run) {
        return runs[2 * run];
    }

    int runEnd(int run) {
        return runs[2 * run + 1];
    }

    boolean isBlank(int start, int end) {
        for (int i = start; i < end; i++) {
            if (!isSpace(source.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a parser reads a run of text as these characters. */
    boolean reads(int start, int end, String characters) {
        return characters.length() == end - start && source.startsWith(characters, start)
                || read(start, end).strip().equals(characters.strip());
    }

    /** A run of text with its character references resolved. */
    String read(int start, int end) {
        String run = source.substring(start, end);
        return run.indexOf('&') >= 0 ? Parser.unescapeEntities(run, false) : run;
    }

    private void scan() {
        int textStart = 0;
        int at = source.indexOf('<');
        while (at >= 0) {
            int next = after(at);
            if (next < 0) {
                // What comes now is the parser's to read.
                runCount = 0;
                return;
            }
            if (next > at + 1) {
                addRun(textStart, at);
                textStart = next;
            }
            at = source.indexOf('<', next);
        }
        addRun(textStart, source.length());
    }

    private void addRun(int start, int end) {
        if (start == end) {
            return;
        }
        if (2 * runCount == runs.length) {
            runs = Arrays.copyOf(runs, 2 * runs.length);
        }
        runs[2 * runCount] = start;
        runs[2 * runCount + 1] = end;
        runCount++;
    }

    /** Where to go on after what begins with the bracket there; -1 to go on no further. */
    private int after(int bracket) {
        int next = bracket + 1;
        if (isLetterAt(next)) {
            return afterElement(next);
        }
        if (source.startsWith("!--", next)) {
            return afterComment(next + 1);
        }
        if (source.startsWith("/", next) && isLetterAt(next + 1)) {
            return afterTag(nameEnd(next + 1));
        }
        // Anything else of this kind is a comment too, up to the next bracket.
        boolean comment = next < source.length() && "!?/".indexOf(source.charAt(next)) >= 0;
        return comment ? afterBracket(source.indexOf('>', next)) : next;
    }

    private static int afterBracket(int closing) {
        return closing < 0 ? -1 : closing + 1;
    }

    /** One past the comment whose first hyphen is there; -1 if it never ends. */
    private int afterComment(int hyphens) {
        for (int at = source.indexOf("--", hyphens); at >= 0; at = source.indexOf("--", at + 1)) {
            if (source.startsWith(">", at + 2)) {
                return at + 3;
            }
            if (source.startsWith("!>", at + 2) && at >= hyphens + 2) {
                return at + 4;
            }
        }
        return -1;
    }

    /** Where to go on after the start tag whose name begins there; -1 to go on no further. */
    private int afterElement(int nameStart) {
        int nameEnd = nameEnd(nameStart);
        int before = count;
        int tagEnd = afterStartTag(nameEnd);
        if (tagEnd < 0) {
            count = before;
            return -1;
        }
        if (nameEnd - nameStart > LONGEST_NAME) {
            return tagEnd;
        }
        String name = source.substring(nameStart, nameEnd).toLowerCase(Locale.ROOT);
        if (OPAQUE.contains(name)) {
            return endTag(name, tagEnd);
        }
        if (!CUT.contains(name)) {
            return name.equals("plaintext") ? -1 : tagEnd;
        }
        int end = endTag(name, tagEnd);
        if (end < 0 || hidesItsEnd(tagEnd, end)) {
            return -1;
        }
        if (name.equals("style") || !isLinkedData(nameEnd, tagEnd)) {
            cut(tagEnd, end);
        }
        return end;
    }

    private void cut(int start, int end) {
        if (count == keptBefore.length) {
            cuts = Arrays.copyOf(cuts, 4 * count);
            keptBefore = Arrays.copyOf(keptBefore, 2 * count);
        }
        keptBefore[count] = count == 0 ? start : keptBefore[count - 1] + start - cuts[2 * count - 1];
        cuts[2 * count] = start;
        cuts[2 * count + 1] = end;
        count++;
    }

    /** Within {@code <!--} an inner script's end tag is not the outer's (script data double escaped state). */
    private boolean hidesItsEnd(int start, int end) {
        int comment = source.indexOf("<!--", start, end);
        return comment >= 0 && startOfTag("<script", comment, end) >= 0;
    }

    private boolean isLinkedData(int start, int end) {
        String attributes = source.substring(start, end).toLowerCase(Locale.ROOT);
        return attributes.contains("ld+json") || attributes.contains("&#");
    }

    private int endTag(String name, int from) {
        return startOfTag("</" + name, from, source.length());
    }

    private int startOfTag(String opening, int from, int end) {
        for (int at = source.indexOf('<', from, end); at >= 0; at = source.indexOf('<', at + 1, end)) {
            if (source.regionMatches(true, at, opening, 0, opening.length())
                    && nameEnd(at + 1 + (opening.charAt(1) == '/' ? 1 : 0)) == at + opening.length()) {
                return at;
            }
        }
        return -1;
    }

    private int nameEnd(int start) {
        int at = start;
        while (at < source.length() && !endsName(source.charAt(at))) {
            at++;
        }
        return at;
    }

    /** One past the tag whose name ends there; -1 if it never ends. */
    private int afterTag(int nameEnd) {
        int length = source.length();
        int at = nameEnd;
        while (at < length) {
            char c = source.charAt(at);
            if (c == '>') {
                return at + 1;
            }
            at = isSpace(c) || c == '/' ? at + 1 : afterAttribute(at);
        }
        return -1;
    }

    /** The same for a start tag, whose attributes that nobody asks for are cut. */
    private int afterStartTag(int nameEnd) {
        int length = source.length();
        int at = nameEnd;
        int unasked = -1;
        int unaskedEnd = -1;
        while (at < length) {
            char c = source.charAt(at);
            if (isSpace(c) || c == '/') {
                at++;
                continue;
            }
            int end = c == '>' ? at + 1 : afterAttribute(at);
            if (c == '>' || isAsked(at)) {
                if (unasked >= 0) {
                    cut(unasked, unaskedEnd);
                    unasked = -1;
                }
                if (c == '>') {
                    return end;
                }
            } else {
                unasked = unasked < 0 ? at : unasked;
                unaskedEnd = end;
            }
            at = end;
        }
        return -1;
    }

    private boolean isAsked(int start) {
        int hash = 0;
        for (int at = start; at < source.length(); at++) {
            char c = source.charAt(at);
            if (c == '=' || endsAttributeName(c)) {
                break;
            }
            hash = WordTable.with(hash, c);
        }
        return ASKED[hash & ASKED.length - 1];
    }

    private int afterAttribute(int start) {
        int length = source.length();
        int at = start + 1;
        while (at < length && source.charAt(at) != '=' && !endsAttributeName(source.charAt(at))) {
            at++;
        }
        at = afterSpace(at);
        if (at >= length || source.charAt(at) != '=') {
            return at;
        }
        at = afterSpace(at + 1);
        if (at >= length) {
            return length;
        }
        char quote = source.charAt(at);
        if (quote == '"' || quote == '\'') {
            int end = source.indexOf(quote, at + 1);
            return end < 0 ? length : end + 1;
        }
        while (at < length && source.charAt(at) != '>' && !isSpace(source.charAt(at))) {
            at++;
        }
        return at;
    }

    private int afterSpace(int start) {
        int at = start;
        while (at < source.length() && isSpace(source.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean endsName(char c) {
        return endsAttributeName(c) || c == '<';
    }

    private static boolean endsAttributeName(char c) {
        return c == '>' || c == '/' || isSpace(c);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    }

    private boolean isLetterAt(int at) {
        if (at >= source.length()) {
            return false;
        }
        char c = source.charAt(at);
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /** Reads past the cuts without a copy of the page. */
    private final class Kept extends Reader {
        private final TreeBound bound;
        private int at;
        private int cut;

        Kept(TreeBound bound) {
            this.bound = bound;
        }

        @Override
        public int read(char[] target, int offset, int length) {
            goPastCut();
            int read = 0;
            while (read < length && at < source.length()) {
                int end = cut < count ? cuts[2 * cut] : source.length();
                int piece = Math.min(length - read, end - at);
                source.getChars(at, at + piece, target, offset + read);
                read += piece;
                at += piece;
                goPastCut();
            }
            bound.read(target, offset, offset + read);
            return read == 0 && length > 0 ? -1 : read;
        }

        private void goPastCut() {
            while (cut < count && at == cuts[2 * cut]) {
                at = cuts[2 * cut + 1];
                cut++;
            }
        }

        @Override
        public void close() {}
    }
}
