package org.onrecord.scraper.extract.page;

import java.io.Reader;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

import org.jsoup.parser.Parser;

/**
 * A page's HTML as it is given to the parser: without what stands in scripts and styles, which is two thirds of a news
 * page and no part of any article, and without what makes elements, texts and attributes that nobody asks for: comments,
 * drawings, the space between boxes, attributes of no meaning here. Scripts of JSON-LD stay. Immutable.
 *
 * <p>Tags and comments are told apart as the HTML standard's tokeniser does (13.2.5); where a script nests in a way that
 * only a parser can follow, everything from there on is left as it is.
 */
final class Markup {
    private static final int START_SIZE = 64;

    /** Elements in which a tag is no tag, or not the one it seems. */
    static final Set<String> OPAQUE =
            Set.of("title", "textarea", "iframe", "noembed", "noframes", "xmp", "noscript", "svg", "math");

    /** Attributes that are read of some element, or that tell the parser where an element belongs. */
    private static final boolean[] ASKED = asked(
            "class id role itemprop data-component data-testid hidden style href rel content datetime lang xml:lang name property"
                    + " pubdate shadowrootmode type encoding color face size");

    private static final int ADDRESS = hash("href");

    private final String source;
    /** In pairs, where a cut starts and where it ends. */
    private int[] cuts = new int[START_SIZE];

    /** For each cut, where it would stand in what is parsed. */
    private int[] keptBefore = new int[START_SIZE / 2];

    private int count;

    /** In pairs, where a run of text starts and where it ends. */
    private int[] runs = new int[16 * START_SIZE];

    private int runCount;

    private boolean holdsComment;

    private Markup(String source) {
        this.source = source;
    }

    /** By hash, where others may fall on the same place and stay too. */
    private static boolean[] asked(String names) {
        boolean[] asked = new boolean[4096];
        for (String name : names.split(" ")) {
            asked[hash(name) & asked.length - 1] = true;
        }
        return asked;
    }

    private static int hash(String name) {
        int hash = 0;
        for (int i = 0; i < name.length(); i++) {
            hash = WordTable.with(hash, name.charAt(i));
        }
        return hash;
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

    /** Where something in {@link #kept} starts in the page's HTML: behind what was cut before it. */
    int startInSource(int offset) {
        return inSource(offset + 1) - 1;
    }

    /** Where something in {@link #kept} ends in the page's HTML. */
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
        Stretch stretch = new Stretch();
        int textStart = 0;
        int at = source.indexOf('<');
        while (at >= 0) {
            boolean blank = isBlank(textStart, at);
            int next = blank ? unseenEnd(at) : -1;
            if (next >= 0) {
                // What comes then is one text with the space before it.
                textStart = next;
                at = source.indexOf('<', next);
                continue;
            }
            int kind = kindOfTag(at);
            if (blank && stretch.isBetweenBoxes(kind)) {
                stretch.cutUpTo(at);
            }
            next = after(at, kind);
            if (next < 0) {
                // What comes now is the parser's to read.
                runCount = 0;
                return;
            }
            if (next > at + 1) {
                if (!blank) {
                    addRun(textStart, at);
                }
                stretch.startsAfter(kind, blank, next);
                textStart = next;
            }
            at = source.indexOf('<', next);
        }
        addRun(textStart, source.length());
    }

    /** Where a comment or script ends of which nothing is seen, once it is cut; -1 if none begins there. */
    private int unseenEnd(int bracket) {
        int next = bracket + 1;
        if (source.startsWith("!--", next)) {
            int end = afterComment(next + 1);
            if (end >= 0) {
                cut(bracket, end);
            }
            return end;
        }
        if (!startsTag("<script", bracket)) {
            return -1;
        }
        int before = count;
        int nameEnd = next + "script".length();
        int tagEnd = afterStartTag(nameEnd, false);
        count = before;
        int end = tagEnd < 0 ? -1 : endTag("script", tagEnd);
        if (end < 0 || holdsComment && hidesItsEnd(tagEnd, end) || isLinkedData(nameEnd, tagEnd)) {
            return -1;
        }
        int after = afterTag(end + "</script".length());
        if (after >= 0) {
            cut(bracket, after);
        }
        return after;
    }

    /** What is known of the tag there by its name; 0 for all others, and for what is no tag. */
    private int kindOfTag(int bracket) {
        boolean closes = source.startsWith("/", bracket + 1);
        int kind = TagKinds.of(source, bracket + (closes ? 2 : 1));
        return closes && kind != 0 ? kind | TagKinds.CLOSING : kind;
    }

    /**
     * What stands since the last tag while it is nothing but space and cuts: to be cut where a box begins or ends, at which a
     * browser sees no space either. Within bold text or a link it stays, since the parser opens those again for it.
     */
    private final class Stretch {
        private final int[] open = new int[TagKinds.FORMATTING_NAMES];
        private int openElements;
        private int start;
        private int cutsBefore;
        private int tagBefore = TagKinds.HEAD;
        private boolean head = true;

        boolean isBetweenBoxes(int kind) {
            return openElements == 0
                    && (head
                            || TagKinds.isBoxStart(tagBefore)
                            || TagKinds.isBoxStart(kind)
                            || TagKinds.isOfBox(tagBefore) && TagKinds.isOfBox(kind));
        }

        void cutUpTo(int end) {
            if (end > start) {
                count = cutsBefore;
                cut(start, end);
            }
        }

        void startsAfter(int kind, boolean blankBefore, int end) {
            start = end;
            cutsBefore = count;
            tagBefore = kind;
            head &= blankBefore && (kind & TagKinds.HEAD) != 0;
            if ((kind & TagKinds.FORMATTING) != 0) {
                format(TagKinds.formattingName(kind), kind);
            }
        }

        private void format(int name, int kind) {
            int before = open[name];
            boolean closing = (kind & TagKinds.CLOSING) != 0;
            // A link ends the one that is open.
            open[name] = closing ? Math.max(0, before - 1) : (kind & TagKinds.LINK) != 0 ? 1 : before + 1;
            openElements += open[name] - before;
        }
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
    private int after(int bracket, int kind) {
        int next = bracket + 1;
        if (isLetterAt(next)) {
            return afterElement(next, kind);
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
    private int afterElement(int nameStart, int kind) {
        int nameEnd = nameEnd(nameStart);
        int before = count;
        int tagEnd = afterStartTag(nameEnd, (kind & TagKinds.LINK) != 0);
        if (tagEnd < 0) {
            count = before;
            return -1;
        }
        if ((kind & TagKinds.RAW) == 0) {
            return (kind & TagKinds.PLAIN_TEXT) == 0 ? tagEnd : -1;
        }
        String name = source.substring(nameStart, nameEnd);
        int end = endTag(name, tagEnd);
        if ((kind & TagKinds.CUT) == 0) {
            if ((kind & TagKinds.DRAWING) != 0 && end >= 0 && isDrawingAlone(tagEnd, end)) {
                cut(tagEnd, end);
            }
            return end;
        }
        if (end < 0 || holdsComment && hidesItsEnd(tagEnd, end)) {
            return -1;
        }
        if (!name.equalsIgnoreCase("script") || !isLinkedData(nameEnd, tagEnd)) {
            cut(tagEnd, end);
        }
        return end;
    }

    /** Whether a drawing holds no more than lines and shapes: other elements end it, or hold another. */
    private boolean isDrawingAlone(int start, int end) {
        if (source.charAt(start - 2) == '/') {
            return false;
        }
        for (int at = source.indexOf('<', start, end); at >= 0; at = source.indexOf('<', at + 1, end)) {
            if ((kindOfTag(at) & TagKinds.SHAPE) == 0) {
                return false;
            }
        }
        return true;
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

    /** Where the element ends whose content begins there; says too whether a comment may begin in it. */
    private int endTag(String name, int from) {
        holdsComment = false;
        String opening = "</" + name;
        for (int at = source.indexOf('<', from);
                at >= 0 && at + 1 < source.length();
                at = source.indexOf('<', at + 1)) {
            char next = source.charAt(at + 1);
            if (next == '/' && startsTag(opening, at)) {
                return at;
            }
            holdsComment |= next == '!';
        }
        return -1;
    }

    private int startOfTag(String opening, int from, int end) {
        for (int at = source.indexOf('<', from, end); at >= 0; at = source.indexOf('<', at + 1, end)) {
            if (startsTag(opening, at)) {
                return at;
            }
        }
        return -1;
    }

    private boolean startsTag(String opening, int at) {
        int end = at + opening.length();
        return source.regionMatches(true, at, opening, 0, opening.length())
                && (end == source.length() || endsName(source.charAt(end)));
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
    private int afterStartTag(int nameEnd, boolean ofLink) {
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
            if (c == '>' || isAsked(at, end, ofLink)) {
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

    private boolean isAsked(int start, int end, boolean ofLink) {
        int hash = 0;
        for (int at = start; at < source.length(); at++) {
            char c = source.charAt(at);
            if (c == '=' || endsAttributeName(c)) {
                break;
            }
            hash = WordTable.with(hash, c);
        }
        if (ofLink && hash == ADDRESS) {
            // Of where links lead to, the pages of authors alone are looked at.
            return source.indexOf('&', start, end) >= 0 || ProfileAddress.isIn(source, start, end);
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
