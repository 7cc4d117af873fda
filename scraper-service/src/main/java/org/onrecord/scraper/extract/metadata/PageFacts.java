package org.onrecord.scraper.extract.metadata;

import java.net.URI;
import java.util.Optional;
import org.onrecord.scraper.extract.page.Page;

/**
 * What the finders of single fields look at.
 *
 * @param page the page
 * @param meta its meta elements
 * @param linked what its JSON-LD tells, if it tells of an article
 * @param url where it was fetched
 */
record PageFacts(Page page, MetaTags meta, Optional<LinkedArticle> linked, Optional<URI> url) {

    static PageFacts of(Page page, Optional<URI> url) {
        return new PageFacts(
                page, new MetaTags(page.document()), LinkedArticle.among(JsonLd.objects(page.document())), url);
    }

    /** What the site calls itself. */
    Optional<Found<String>> siteName() {
        return meta.first("og:site_name")
                .map(name -> new Found<>(name, "og:site_name"))
                .or(() -> linked.flatMap(LinkedArticle::publisher).map(name -> new Found<>(name, "json-ld")))
                .or(() -> meta.first("application-name").map(name -> new Found<>(name, "meta")));
    }
}
