package org.onrecord.scraper.extract;

/** What became of a page: an article, or the named reason why there is none. */
public sealed interface Extraction
        permits ExtractedArticle, NotAnArticle, TooLong, TooManyNodes, OutOfTime, Unreadable {}
