package org.onrecord.scraper.extract;

/**
 * The page was read and holds no article.
 *
 * @param cause which kind of page it is instead
 */
public record NotAnArticle(Cause cause) implements Extraction {

    /** Kinds of pages that hold no article. */
    public enum Cause {
        /** Nothing on it reads like running text. */
        NO_TEXT,
        /** A front page, section page or search result: teasers of other pages. */
        LISTING,
        /** Something that is sold or offered: a product, a shelf of a shop, a service. */
        OFFER,
        /** Pictures or a video and their captions, no text of its own. */
        GALLERY,
        /** The server's error page, or a "page not found". */
        ERROR_PAGE,
        /** A consent wall or a check for robots stands in front of the article. */
        WALL
    }
}
