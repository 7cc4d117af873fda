package org.onrecord.api.web.frame;

/** Which part of the pages one belongs to: the frame marks it. */
public enum Section {
    SEARCH,
    COMPARE,
    SEARCHES,
    SOURCES,
    TRY,
    KEYS,
    NONE
}
