package org.onrecord.scraper.extract.metadata;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import org.onrecord.scraper.extract.page.Page;
import org.onrecord.scraper.extract.page.TextBlock;
import org.onrecord.scraper.extract.page.Trait;
import org.onrecord.scraper.extract.page.Words;

/**
 * What the finders of single fields look at.
 *
 * @param page the page
 * @param meta its meta elements
 * @param linked what its JSON-LD tells, if it tells of an article
 * @param declaresProduct whether its JSON-LD tells of something for sale
 * @param url where it was fetched
 * @param title the headline, once found
 * @param headline order of the block where it stands; of its first heading where the page prints another than it declares
 */
record PageFacts(
        Page page,
        MetaTags meta,
        Optional<LinkedArticle> linked,
        boolean declaresProduct,
        Optional<URI> url,
        Optional<String> title,
        int headline) {
    private static final int LONGEST_NAME = 1_000;
    private static final Set<String> PRODUCTS = Set.of("Product", "ProductGroup");

    private static final int BLOCKS_BEFORE = 6;
    private static final int BLOCKS_AFTER = 30;
    private static final int BLOCKS_CLOSE_BELOW = 9;

    static PageFacts of(Page page, Optional<URI> url) {
        List<JsonNode> objects = JsonLd.objects(page.marks().linkedData());
        MetaTags meta = new MetaTags(page.marks().metas());
        return new PageFacts(
                page,
                meta,
                LinkedArticle.among(objects, ThisPage.of(page, meta, url)),
                objects.stream().map(LinkedArticle::type).anyMatch(PRODUCTS::contains),
                url,
                Optional.empty(),
                headline(page, Optional.empty()));
    }

    PageFacts withTitle(Optional<String> found) {
        return new PageFacts(page, meta, linked, declaresProduct, url, found, headline(page, found));
    }

    /** The blocks where a page prints who wrote it and when: after the headline, then just before it. */
    List<TextBlock> aroundHeadline() {
        List<TextBlock> blocks = page.blocks();
        List<TextBlock> around =
                new ArrayList<>(blocks.subList(headline, Math.min(blocks.size(), headline + BLOCKS_AFTER)));
        around.addAll(blocks.subList(Math.max(0, headline - BLOCKS_BEFORE), headline));
        return around;
    }

    /**
     * Where a page prints when it appeared: close to the headline, lines named for a date before others, those below before
     * those above, of these the nearest first; then what is farther below, and the headline last, which may tell of a day.
     */
    List<TextBlock> aroundHeadlineByDate() {
        List<TextBlock> blocks = page.blocks();
        int below = Math.min(blocks.size(), headline + 1);
        int near = Math.min(blocks.size(), headline + BLOCKS_CLOSE_BELOW);
        List<TextBlock> close = new ArrayList<>(blocks.subList(below, near));
        close.addAll(
                blocks.subList(Math.max(0, headline - BLOCKS_BEFORE), headline).reversed());
        List<TextBlock> all = new ArrayList<>();
        for (boolean named : new boolean[] {true, false}) {
            close.stream()
                    .filter(block -> block.region().has(Trait.DATE) == named)
                    .forEach(all::add);
        }
        all.addAll(blocks.subList(near, Math.min(blocks.size(), headline + BLOCKS_AFTER)));
        all.addAll(blocks.subList(headline, below));
        return all;
    }

    private static int headline(Page page, Optional<String> title) {
        int heading = 0;
        for (TextBlock block : page.blocks()) {
            if (title.isPresent() && block.text().equals(title.get())) {
                return block.order();
            }
            heading = heading == 0 && block.headingLevel() == 1 ? block.order() : heading;
        }
        return heading;
    }

    /** What the site calls itself. */
    Optional<Found<String>> siteName() {
        return meta.first("og:site_name")
                .map(name -> new Found<>(name, "og:site_name"))
                .or(() -> linked.flatMap(LinkedArticle::publisher).map(name -> new Found<>(name, "json-ld")))
                .or(() -> meta.first("application-name").map(name -> new Found<>(name, "meta")))
                .map(PageFacts::name);
    }

    /** As much as a name may have: the page may state a megabyte. */
    static Found<String> name(Found<String> stated) {
        return new Found<>(Words.beginning(stated.value(), LONGEST_NAME), stated.from());
    }
}
