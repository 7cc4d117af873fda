package org.onrecord.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a block of the article's text is on the page. */
public enum BlockKind {
    @JsonProperty("paragraph")
    PARAGRAPH,
    @JsonProperty("heading")
    HEADING,
    @JsonProperty("list-item")
    LIST_ITEM,
    @JsonProperty("block-quote")
    BLOCK_QUOTE,
    @JsonProperty("table-row")
    TABLE_ROW,
    @JsonProperty("preformatted")
    PREFORMATTED
}
