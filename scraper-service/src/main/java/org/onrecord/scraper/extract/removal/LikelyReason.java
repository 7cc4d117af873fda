package org.onrecord.scraper.extract.removal;

import java.util.List;
import java.util.Optional;

import org.onrecord.contracts.RemovalReason;
import org.onrecord.scraper.extract.page.Region;
import org.onrecord.scraper.extract.page.TextBlock;
import org.onrecord.scraper.extract.page.Trait;
import org.onrecord.scraper.extract.removal.candidate.Candidate;
import org.onrecord.scraper.extract.removal.repeat.DuplicateHeadline;

/** The reason told of a block that is out for its place or its looks, without a rule that names its kind. */
public final class LikelyReason {
    private record Named(Trait trait, RemovalReason reason) {}

    /** In this order: a share bar in a footer is a share bar. */
    private static final List<Named> BY_TRAIT = List.of(
            new Named(Trait.COOKIE, RemovalReason.COOKIE_NOTICE),
            new Named(Trait.COMMENTS, RemovalReason.COMMENTS),
            new Named(Trait.NEWSLETTER, RemovalReason.NEWSLETTER_PROMPT),
            new Named(Trait.PAYWALL, RemovalReason.PAYWALL_PROMPT),
            new Named(Trait.SHARE, RemovalReason.SHARE),
            new Named(Trait.CAPTION, RemovalReason.CAPTION),
            new Named(Trait.CREDIT, RemovalReason.IMAGE_CREDIT),
            new Named(Trait.GALLERY, RemovalReason.CAPTION),
            new Named(Trait.BIO, RemovalReason.AUTHOR_BIO),
            new Named(Trait.BYLINE, RemovalReason.BYLINE),
            new Named(Trait.RELATED, RemovalReason.RELATED_LINKS),
            new Named(Trait.ADVERTISEMENT, RemovalReason.ADVERTISEMENT),
            new Named(Trait.COPYRIGHT, RemovalReason.COPYRIGHT),
            new Named(Trait.TAGS, RemovalReason.TAGS),
            new Named(Trait.DATE, RemovalReason.DATELINE_STAMP),
            new Named(Trait.NAVIGATION, RemovalReason.NAVIGATION),
            new Named(Trait.HEADER, RemovalReason.NAVIGATION),
            new Named(Trait.FOOTER, RemovalReason.NAVIGATION),
            new Named(Trait.HIDDEN, RemovalReason.HIDDEN),
            new Named(Trait.STANDFIRST, RemovalReason.STANDFIRST),
            new Named(Trait.SIDEBAR, RemovalReason.RELATED_LINKS));

    private static final int CAPTION_WORDS = 60;
    private static final int SHORT_WORDS = 4;
    private static final double MOSTLY_LINKS = 0.8;
    private static final int LONGEST_PROMPT = 40;

    private LikelyReason() {}

    /** For a block outside the body: what it is by name, then by wording, then by place. */
    public static RemovalReason outside(Candidate candidate) {
        if (new DuplicateHeadline().removes(candidate)) {
            return RemovalReason.DUPLICATE_HEADLINE;
        }
        if (candidate.marked(Trait.COMMENTS)) {
            return RemovalReason.COMMENTS;
        }
        if (candidate.isDescription()) {
            return candidate.isRepeatedInBody() ? RemovalReason.STANDFIRST_REPEAT : RemovalReason.STANDFIRST;
        }
        if (candidate.opensWithAuthor()) {
            return RemovalReason.BYLINE;
        }
        TextBlock block = candidate.block();
        // Most of what surrounds an article are links, which their place and length tell apart.
        if (block.linkDensity() < MOSTLY_LINKS && block.words() <= LONGEST_PROMPT) {
            Optional<RemovalReason> named = Rules.reasonByWording(candidate);
            if (named.isPresent()) {
                return named.get();
            }
        }
        return byTraitOr(candidate, byShape(block));
    }

    private static RemovalReason byShape(TextBlock block) {
        if (block.linkDensity() >= MOSTLY_LINKS) {
            return block.words() < SHORT_WORDS ? RemovalReason.NAVIGATION : RemovalReason.RELATED_LINKS;
        }
        return block.isRunningText() ? RemovalReason.OTHER : RemovalReason.NAVIGATION;
    }

    /** For a block of the body that the classifier took out. */
    public static RemovalReason inside(Candidate candidate) {
        TextBlock block = candidate.block();
        if (block.linkDensity() > 0.6) {
            return byTraitOr(
                    candidate, block.words() < SHORT_WORDS ? RemovalReason.NAVIGATION : RemovalReason.RELATED_LINKS);
        }
        Region box = candidate.wrapper(CAPTION_WORDS);
        RemovalReason byBox =
                box.images() > 0 && block.words() <= CAPTION_WORDS ? RemovalReason.CAPTION : RemovalReason.OTHER;
        return byTraitOr(candidate, byBox);
    }

    private static RemovalReason byTraitOr(Candidate candidate, RemovalReason otherwise) {
        for (Named named : BY_TRAIT) {
            if (candidate.marked(named.trait())) {
                return named.reason();
            }
        }
        return otherwise;
    }
}
