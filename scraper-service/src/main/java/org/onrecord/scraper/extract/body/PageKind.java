package org.onrecord.scraper.extract.body;

import java.net.URI;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.onrecord.contracts.RemovalReason;
import org.onrecord.scraper.extract.metadata.Metadata;
import org.onrecord.scraper.extract.page.Page;
import org.onrecord.scraper.extract.page.TextBlock;

/** The kinds of page that hold no article. Asked in the order of {@link #notAnArticle}. */
public enum PageKind {
    NO_TEXT,
    LISTING,
    OFFER,
    GALLERY,
    ERROR_PAGE,
    WALL;

    private static final int FEWEST_WORDS = 12;
    private static final int SHORT_PAGE_WORDS = 160;
    private static final int FEWEST_CAPTIONS = 4;
    private static final int FEWEST_TEASERS = 12;
    private static final int FEWEST_LINKS_OF_FRONT_PAGE = 40;
    private static final int TEASER_WORDS = 4;
    private static final int FEWEST_LINKED_HEADINGS = 3;
    private static final int BLOCKS_OF_A_CARD = 3;
    private static final int FEWEST_OF_A_LIST = 30;

    private static final Pattern ERROR = Pattern.compile(
            "^(?:error\\W*)?(?:40[0-9]|410|50[0-9])(?!\\w)|(?<!\\w)(?:page|article|story|content) (?:was |is |could )?(?:not|no longer)(?: be)? (?:found|available|exists?)(?!\\w)|^not found(?!\\w)|^access denied|^forbidden|^service unavailable",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WALLS = Pattern.compile(
            "^just a moment|attention required|are you (?:a robot|human)|(?:verify|verifying|prove|confirm) (?:that )?you(?:.re| are) (?:a )?(?:human|not a robot)|before you continue|enable javascript(?: and cookies)? to continue|checking your browser|we value your privacy|your privacy choices|manage your consent|security check",
            Pattern.CASE_INSENSITIVE);

    /** What the page is, if no article. */
    public static Optional<PageKind> notAnArticle(
            Page page, Metadata metadata, List<Judgement> judgements, Optional<URI> url) {
        List<TextBlock> kept = judgements.stream()
                .filter(judgement -> judgement.removedFor().isEmpty())
                .map(Judgement::block)
                .toList();
        int words = kept.stream().mapToInt(TextBlock::words).sum();
        String title = metadata.title().orElse("");
        if (words < SHORT_PAGE_WORDS && ERROR.matcher(title).find()) {
            return Optional.of(ERROR_PAGE);
        }
        if (words < SHORT_PAGE_WORDS
                && (WALLS.matcher(title).find() || kept.stream().anyMatch(block -> opensWall(block)))) {
            return Optional.of(WALL);
        }
        if (!metadata.declaresArticle() && isListing(page, kept, words, url)) {
            return Optional.of(LISTING);
        }
        if (isFrontPage(page, metadata, url)) {
            return Optional.of(LISTING);
        }
        if (Offering.is(page, metadata, words, url)) {
            return Optional.of(OFFER);
        }
        if (words < FEWEST_WORDS) {
            return Optional.of(captions(judgements) >= FEWEST_CAPTIONS ? GALLERY : NO_TEXT);
        }
        return Optional.empty();
    }

    /** The root of a site, with ways to many pages. */
    private static boolean isFrontPage(Page page, Metadata metadata, Optional<URI> url) {
        return isRoot(url) && !metadata.declaresArticle() && page.root().links() >= FEWEST_LINKS_OF_FRONT_PAGE;
    }

    /** {@code /?p=31228} is a page that a number names. */
    private static boolean isRoot(Optional<URI> url) {
        return url.filter(address -> address.getPath() == null
                        || address.getPath().isEmpty()
                        || address.getPath().equals("/"))
                .filter(address ->
                        address.getQuery() == null || address.getQuery().chars().noneMatch(Character::isDigit))
                .isPresent();
    }

    private static boolean opensWall(TextBlock block) {
        return block.words() <= 40 && WALLS.matcher(block.text()).find();
    }

    /** Headings that lead elsewhere right above what was kept, with at most two summaries under each. */
    private static long linkedHeadings(Page page, List<TextBlock> kept) {
        List<TextBlock> blocks = page.blocks();
        BitSet linked = new BitSet();
        int prose = 0;
        for (TextBlock block : kept) {
            prose += block.isRunningText() ? 1 : 0;
            for (int at = Math.max(0, block.order() - BLOCKS_OF_A_CARD); at < block.order(); at++) {
                if (blocks.get(at).isHeading() && blocks.get(at).linkDensity() > 0.9) {
                    linked.set(at);
                }
            }
        }
        return prose <= 2 * linked.cardinality() ? linked.cardinality() : 0;
    }

    private static long captions(List<Judgement> judgements) {
        return judgements.stream()
                .filter(judgement -> judgement
                        .removedFor()
                        .filter(RemovalReason.CAPTION::equals)
                        .isPresent())
                .count();
    }

    /** Many links of the length of headlines, and what is left of prose is no more than their summaries. */
    private static boolean isListing(Page page, List<TextBlock> kept, int words, Optional<URI> url) {
        long teasers = page.blocks().stream()
                .filter(block -> block.words() >= TEASER_WORDS && block.linkDensity() > 0.9)
                .count();
        long longest = kept.stream().mapToLong(TextBlock::words).max().orElse(0);
        if (linkedHeadings(page, kept) >= FEWEST_LINKED_HEADINGS) {
            return true;
        }
        boolean summaries = longest < 40
                && (words < 4 * teasers && !hasParagraphsInARow(kept)
                        || kept.size() >= FEWEST_OF_A_LIST && kept.stream().noneMatch(PageKind::isParagraph));
        return teasers >= FEWEST_TEASERS && (isRoot(url) && longest < 60 || summaries);
    }

    /** Two sentences one below the other are a brief; summaries of other stories have a headline between them. */
    private static boolean hasParagraphsInARow(List<TextBlock> kept) {
        for (int i = 1; i < kept.size(); i++) {
            if (kept.get(i).order() == kept.get(i - 1).order() + 1
                    && isParagraph(kept.get(i - 1))
                    && isParagraph(kept.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isParagraph(TextBlock block) {
        return block.words() >= FEWEST_WORDS && block.isRunningText() && block.endsSentence();
    }
}
