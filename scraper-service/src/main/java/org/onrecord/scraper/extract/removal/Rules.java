package org.onrecord.scraper.extract.removal;

import java.util.List;
import java.util.Optional;

import org.onrecord.contracts.RemovalReason;

/** Every rule, in the order they are asked: the first that removes a block gives the reason. */
public final class Rules {
    private static final List<Rule> ALL = List.of(
            new HiddenText(),
            new CookieNotice(),
            new CommentThread(),
            new Caption(),
            new ImageCredit(),
            new DuplicateHeadline(),
            new StandfirstRepeat(),
            new NewsletterPrompt(),
            new PaywallPrompt(),
            new CorrectionNote(),
            new ReprintNotice(),
            new CopyrightNotice(),
            new AuthorBio(),
            new Byline(),
            new DatelineStamp(),
            new SharePrompt(),
            new TagList(),
            new RelatedLinks(),
            new Advertisement(),
            new NavigationLine());

    private Rules() {}

    /** Why the block is not part of the article; empty if it is. */
    public static Optional<RemovalReason> reason(Candidate candidate) {
        for (Rule rule : ALL) {
            if (rule.removes(candidate)) {
                return Optional.of(rule.reason());
            }
        }
        return Optional.empty();
    }
}
