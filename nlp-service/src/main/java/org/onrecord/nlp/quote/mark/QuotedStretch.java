package org.onrecord.nlp.quote.mark;

/**
 * What stands between a pair of quotation marks, the outermost where they nest, within one paragraph.
 *
 * @param start first UTF-16 unit, the opening mark
 * @param end one past the closing mark, or past the last unit of the paragraph where it has none
 * @param closed whether the closing mark is there; a quotation over several paragraphs closes only its last
 */
public record QuotedStretch(int start, int end, boolean closed) {}
