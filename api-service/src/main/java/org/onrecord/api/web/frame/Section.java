package org.onrecord.api.web.frame;

/** Which part of the pages one belongs to: the frame marks it. */
public enum Section {
    SEARCH,
    SEARCHES,
    SOURCES,
    TRY,
    NONE
}
