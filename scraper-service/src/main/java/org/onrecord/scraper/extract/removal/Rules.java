package org.onrecord.scraper.extract.removal;

import java.util.List;
import java.util.Optional;

import org.onrecord.contracts.RemovalReason;

/** Every rule, in the order they are asked: the first that removes a block gives the reason. */
public final class Rules {
    private static final List<Rule> ALL = List.of(
            new HiddenText(),
            new Separator(),
            new CookieNotice(),
            new CommentThread(),
            new Caption(),
            new ImageCredit(),
            new DuplicateHeadline(),
            new StandfirstRepeat(),
            new PullQuote(),
            new NewsletterPrompt(),
            new PaywallPrompt(),
            new DatelineStamp(),
            new CorrectionNote(),
            new CopyrightNotice(),
            new ReprintNotice(),
            new AuthorBio(),
            new ContactLine(),
            new Byline(),
            new SharePrompt(),
            new TagList(),
            new RelatedLinks(),
            new Advertisement(),
            new NavigationLine());

    /** Rules that know their kind by its words, wherever on the page it stands. */
    private static final List<Rule> BY_WORDING = List.of(
            new NewsletterPrompt(),
            new PaywallPrompt(),
            new DatelineStamp(),
            new CorrectionNote(),
            new CopyrightNotice(),
            new ReprintNotice(),
            new AuthorBio(),
            new Byline(),
            new SharePrompt(),
            new TagList(),
            new CommentThread(),
            new RelatedLinks());

    private Rules() {}

    /** Why the block is not part of the article; empty if it is. */
    public static Optional<RemovalReason> reason(Candidate candidate) {
        return first(ALL, candidate);
    }

    /** The same for a block outside the body, which is no part of the article in any case. */
    static Optional<RemovalReason> reasonByWording(Candidate candidate) {
        return first(BY_WORDING, candidate);
    }

    private static Optional<RemovalReason> first(List<Rule> rules, Candidate candidate) {
        for (Rule rule : rules) {
            if (rule.removes(candidate)) {
                return Optional.of(rule.reason());
            }
        }
        return Optional.empty();
    }
}
