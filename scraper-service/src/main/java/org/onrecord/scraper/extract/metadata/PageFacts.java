package org.onrecord.scraper.extract.metadata;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.onrecord.scraper.extract.page.Page;
import org.onrecord.scraper.extract.page.TextBlock;

/**
 * What the finders of single fields look at.
 *
 * @param page the page
 * @param meta its meta elements
 * @param linked what its JSON-LD tells, if it tells of an article
 * @param url where it was fetched
 * @param title the headline, once found
 */
record PageFacts(Page page, MetaTags meta, Optional<LinkedArticle> linked, Optional<URI> url, Optional<String> title) {
    private static final int BLOCKS_BEFORE = 6;
    private static final int BLOCKS_AFTER = 30;

    static PageFacts of(Page page, Optional<URI> url) {
        return new PageFacts(
                page,
                new MetaTags(page.marks().metas()),
                LinkedArticle.among(JsonLd.objects(page.marks().linkedData()), ThisPage.of(page, url)),
                url,
                Optional.empty());
    }

    PageFacts withTitle(Optional<String> found) {
        return new PageFacts(page, meta, linked, url, found);
    }

    /** The blocks where a page prints who wrote it and when: after the headline, then just before it. */
    List<TextBlock> aroundHeadline() {
        List<TextBlock> blocks = page.blocks();
        int headline = headline(blocks);
        List<TextBlock> around =
                new ArrayList<>(blocks.subList(headline, Math.min(blocks.size(), headline + BLOCKS_AFTER)));
        around.addAll(blocks.subList(Math.max(0, headline - BLOCKS_BEFORE), headline));
        return around;
    }

    private int headline(List<TextBlock> blocks) {
        if (title.isPresent()) {
            for (TextBlock block : blocks) {
                if (block.text().equals(title.get())) {
                    return block.order();
                }
            }
        }
        return 0;
    }

    /** What the site calls itself. */
    Optional<Found<String>> siteName() {
        return meta.first("og:site_name")
                .map(name -> new Found<>(name, "og:site_name"))
                .or(() -> linked.flatMap(LinkedArticle::publisher).map(name -> new Found<>(name, "json-ld")))
                .or(() -> meta.first("application-name").map(name -> new Found<>(name, "meta")));
    }
}
