package org.onrecord.scraper.source.document;

import java.io.IOException;
import java.io.Reader;

import org.jsoup.nodes.Entities;

/**
 * The elements and the text of XML as sites write it, in a form that a strict parser takes: bare ampersands, HTML's names of
 * characters, and characters that XML forbids are mended. Comments, instructions and document type declarations are left out,
 * so that the parser has none to keep; CDATA comes as text. Takes memory for one tag, and time linear in the length.
 */
final class MendedXml extends Reader {

    /** Of one tag with its attributes: a parser keeps it whole. */
    private static final int MAX_TAG = 64 << 10;

    private static final int BUFFER = 8 << 10;
    /** "&CounterClockwiseContourIntegral;", the longest name of a character. */
    private static final int LONGEST_REFERENCE = 33;

    private static final String COMMENT = "<!--";
    private static final String ENTITY = "<!ENTITY";
    private static final String CDATA = "<![CDATA[";
    private static final String CDATA_END = "]]>";

    private final Reader in;
    private final char[] buffer = new char[BUFFER];
    private int at;
    private int end;
    private boolean ended;

    private final StringBuilder out = new StringBuilder();
    private int given;
    private boolean inRoot;
    private boolean inCdata;

    MendedXml(Reader in) {
        this.in = in;
    }

    /** @throws RefusedDocumentException at a tag without end, and at a document type that declares entities of its own */
    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (given == out.length()) {
            out.setLength(0);
            given = 0;
            while (out.length() < length && peek(0) >= 0) {
                mend();
            }
            if (out.isEmpty()) {
                return -1;
            }
        }
        int n = Math.min(length, out.length() - given);
        out.getChars(given, given + n, target, offset);
        given += n;
        return n;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void mend() throws IOException {
        if (inCdata) {
            cdata();
        } else if (peek(0) != '<') {
            text();
        } else if (comes(COMMENT)) {
            at += COMMENT.length();
            skipBeyond("-->");
        } else if (comes(CDATA)) {
            at += CDATA.length();
            inCdata = true;
        } else if (peek(1) == '?') {
            skipBeyond("?>");
        } else if (peek(1) == '!') {
            declaration();
        } else if (peek(1) == '/' || Character.isLetter(peek(1)) || peek(1) == '_' || peek(1) == ':') {
            tag();
        } else {
            at++;
            give("&lt;");
        }
    }

    private void cdata() throws IOException {
        if (comes(CDATA_END)) {
            at += CDATA_END.length();
            inCdata = false;
        } else if (peek(0) == '&') {
            at++;
            give("&amp;");
        } else {
            character();
        }
    }

    private void text() throws IOException {
        if (peek(0) == '&') {
            reference();
        } else {
            character();
        }
    }

    private void tag() throws IOException {
        inRoot = true;
        int start = out.length();
        int quote = -1;
        while (peek(0) >= 0) {
            int c = peek(0);
            if (out.length() - start > MAX_TAG) {
                throw new RefusedDocumentException("a tag of over %,d characters".formatted(MAX_TAG));
            }
            if (quote < 0 && (c == '>' || c == '<' && out.length() > start)) {
                // A tag that another one cuts short is left to the parser to refuse.
                break;
            }
            if (quote >= 0 && c != quote) {
                text();
            } else {
                quote = quote >= 0 ? -1 : c == '"' || c == '\'' ? c : -1;
                out.append(isOfXml((char) c) ? (char) c : ' ');
                at++;
            }
        }
        if (peek(0) == '>') {
            at++;
            out.append('>');
        }
    }

    /**
     * A document type says nothing that is needed, be it named, as RSS 0.91 asks for, or written out: no entity is ever expanded,
     * and HTML's are known. One that declares others means to say something by them, and is not trusted.
     */
    private void declaration() throws IOException {
        boolean inBrackets = false;
        int quote = -1;
        for (int length = 0; peek(0) >= 0; length++) {
            if (length > MAX_TAG) {
                throw new RefusedDocumentException("a document type of over %,d characters".formatted(MAX_TAG));
            }
            int c = peek(0);
            if (quote < 0 && comes(COMMENT)) {
                at += COMMENT.length();
                skipBeyond("-->");
                continue;
            }
            if (quote < 0 && inBrackets && comes(ENTITY)) {
                refuseUnlessOfHtml();
            }
            at++;
            if (quote >= 0) {
                quote = c == quote ? -1 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>' && !inBrackets) {
                return;
            } else {
                inBrackets = c == '[' || c != ']' && inBrackets;
            }
        }
    }

    /** Entities of parameters are used in document types alone. */
    private void refuseUnlessOfHtml() throws RefusedDocumentException, IOException {
        int from = ENTITY.length();
        while (from < LONGEST_REFERENCE && Character.isWhitespace(peek(from))) {
            from++;
        }
        int to = from;
        while (to < from + LONGEST_REFERENCE && isOfName(peek(to))) {
            to++;
        }
        peek(to);
        String name = new String(buffer, at + from, Math.max(0, Math.min(to, end - at) - from));
        if (peek(from) != '%' && Entities.getByName(name).isEmpty()) {
            throw new RefusedDocumentException("it declares a document type of its own, with entities");
        }
    }

    /** What begins with an ampersand. */
    private void reference() throws IOException {
        int length = 1;
        while (length < LONGEST_REFERENCE && isOfName(peek(length))) {
            length++;
        }
        String name = peek(length) == ';' ? new String(buffer, at + 1, length - 1) : "";
        String meant = name.startsWith("#") ? numbered(name) : Entities.getByName(name);
        if (meant.isEmpty()) {
            at++;
            give("&amp;");
        } else {
            at += length + 1;
            meant.chars().forEach(c -> escaped((char) c));
        }
    }

    private static boolean isOfName(int c) {
        return c == '#' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static String numbered(String name) {
        try {
            int c = name.startsWith("#x") || name.startsWith("#X")
                    ? Integer.parseInt(name.substring(2), 16)
                    : Integer.parseInt(name.substring(1));
            boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
            return Character.isValidCodePoint(c) && !surrogate ? Character.toString(c) : "";
        } catch (NumberFormatException e) {
            return "";
        }
    }

    /** The next character, with its other half if it has one. */
    private void character() throws IOException {
        char c = (char) peek(0);
        int next = peek(1);
        at++;
        if (Character.isHighSurrogate(c) && next >= 0 && Character.isLowSurrogate((char) next)) {
            at++;
            give(new String(new char[] {c, (char) next}));
        } else if (Character.isSurrogate(c)) {
            give("\uFFFD");
        } else {
            escaped(c);
        }
    }

    private void escaped(char c) {
        switch (c) {
            case '<' -> give("&lt;");
            case '>' -> give("&gt;");
            case '&' -> give("&amp;");
            case '"' -> give("&quot;");
            case '\'' -> give("&apos;");
            default -> give(isOfXml(c) ? c : ' ');
        }
    }

    /** XML 1.0, production 2. */
    private static boolean isOfXml(char c) {
        return c >= ' ' && c <= '\uFFFD' || c == '\t' || c == '\n' || c == '\r';
    }

    /** Before the root there is no text. */
    private void give(String text) {
        if (inRoot) {
            out.append(text);
        }
    }

    private void give(char c) {
        if (inRoot) {
            out.append(c);
        }
    }

    private boolean comes(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            if (peek(i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void skipBeyond(String closing) throws IOException {
        while (peek(0) >= 0) {
            if (comes(closing)) {
                at += closing.length();
                return;
            }
            at++;
        }
    }

    /** A character further on, not taken yet; -1 beyond the end. */
    private int peek(int ahead) throws IOException {
        if (at + ahead < end) {
            return buffer[at + ahead];
        }
        while (at + ahead >= end && !ended) {
            System.arraycopy(buffer, at, buffer, 0, end - at);
            end -= at;
            at = 0;
            int n = in.read(buffer, end, BUFFER - end);
            ended = n < 0;
            end += Math.max(0, n);
        }
        return at + ahead < end ? buffer[at + ahead] : -1;
    }
}
