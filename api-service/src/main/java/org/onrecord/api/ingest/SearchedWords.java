package org.onrecord.api.ingest;

/**
 * The SQL that makes of a text what is searched in it.
 *
 * <p>PostgreSQL's parser looks ahead to the end of what might be one address, path, compound or comment, and does so from each
 * of its characters: 100,000 characters without a space may take it minutes. So what goes on for longer than any word is
 * divided, and nothing begins a tag. A tsvector holds a megabyte, which 100,000 characters do not exceed, hyphenated Chinese
 * included.
 */
final class SearchedWords {

    private SearchedWords() {}

    /** @param text an expression of a text */
    static String of(String text) {
        return """
                to_tsvector('english', regexp_replace(translate(left(%s, 100000), '<', ' '), '(\\S{200})', '\\1 ', 'g'))""".formatted(text);
    }
}
