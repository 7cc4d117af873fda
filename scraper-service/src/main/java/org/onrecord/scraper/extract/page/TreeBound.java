package org.onrecord.scraper.extract.page;

import java.util.Set;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.HtmlTreeBuilder;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;
import org.jsoup.parser.TagSet;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

import org.onrecord.scraper.extract.limit.OutOfTimeException;

/**
 * Ends the parsing of a page before its tree takes more memory than one may. For one page and one thread.
 *
 * <p>The size of the page tells nothing of it: three characters can make a dozen elements, since a parser opens again what
 * was left open, with all its attributes (13.2.4.3 of the HTML standard). Of what is added the parser shows the elements'
 * names and the characters that it reads, and from these follows the most that can have been added. Only where that would
 * go beyond the bound is the tree counted, which then shows what really was.
 */
final class TreeBound {

    /** The parser takes no more of one element. */
    private static final int MOST_ATTRIBUTES = 512;

    /** When less than this part of the bound is left it counts as reached, or the tree would be counted again and again. */
    private static final int SPARE = 8;

    /** Those that the parser opens again: 13.2.4.3 of the HTML standard. */
    private static final Set<String> FORMATTING =
            Set.of("a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u");

    /** Both counts are made as one sum, without a branch: every character of the page is asked. */
    private static final int SEPARATOR_BITS = 32;

    private static final long[] MAY_ADD = mayAdd();

    private final int limit;
    private final Document[] tree = new Document[1];
    private long counted;
    private long elements;
    private long formatting;
    private long brackets;
    private long separators;

    /** @param limit nodes, where two attributes count as one */
    TreeBound(int limit) {
        this.limit = limit;
    }

    private static long[] mayAdd() {
        long[] mayAdd = new long[128];
        for (char c = 0; c <= ' '; c++) {
            mayAdd[c] = 1;
        }
        for (char c : new char[] {'/', '"', '\''}) {
            mayAdd[c] = 1;
        }
        mayAdd['<'] = 1L << SEPARATOR_BITS;
        return mayAdd;
    }

    /** The parser whose tree is bounded. */
    Parser parser() {
        return new Watched();
    }

    /** The tree that grows. */
    void watch(Document document) {
        tree[0] = document;
    }

    /** The parser is given these characters next. */
    void read(char[] characters, int start, int end) {
        OutOfTimeException.throwIfInterrupted();
        long sum = 0;
        for (int i = start; i < end; i++) {
            sum += MAY_ADD[Math.min(characters[i], MAY_ADD.length - 1)];
        }
        brackets += sum >>> SEPARATOR_BITS;
        separators += sum & (1L << SEPARATOR_BITS) - 1;
        check();
    }

    private void element(String name) {
        elements++;
        if (FORMATTING.contains(name)) {
            formatting++;
        }
        check();
    }

    private void check() {
        if (counted + mostAdded() > limit) {
            OutOfTimeException.throwIfInterrupted();
            count();
            if (counted + limit / SPARE > limit) {
                throw new TooManyNodesException(limit, "elements, texts and attributes");
            }
        }
    }

    /** A bracket begins a tag or a comment, with a text after it. */
    private long mostAdded() {
        return elements + 2 * brackets + (separators + formatting * MOST_ATTRIBUTES) / 2;
    }

    private void count() {
        Count count = new Count();
        if (tree[0] != null) {
            NodeTraversor.traverse(count, tree[0]);
        }
        counted = count.nodes + count.attributes / 2;
        // What was read and is not yet in the tree is no more than the parser's buffer of a few thousand characters.
        elements = 0;
        formatting = 0;
        brackets = 0;
        separators = 0;
    }

    private static final class Count implements NodeVisitor {
        private long nodes;
        private long attributes;

        @Override
        public void head(Node node, int depth) {
            nodes++;
            if (node instanceof Element element) {
                attributes += element.attributesSize();
            }
        }
    }

    /** A parser that is given tags makes a copy of them, which would show nothing. */
    private final class Watched extends Parser {
        private final TagSet tags = new Tags();

        Watched() {
            super(new HtmlTreeBuilder());
        }

        @Override
        public TagSet tagSet() {
            return tags;
        }
    }

    /** Every element that a parser makes, of whatever cause, has its tag from here. */
    private final class Tags extends TagSet {
        Tags() {
            super(TagSet.Html());
        }

        @Override
        public Tag get(String name, String namespace) {
            element(name);
            return super.get(name, namespace);
        }
    }
}
