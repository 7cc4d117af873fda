package org.onrecord.scraper.extract.removal;

import java.util.List;
import java.util.Optional;

import org.onrecord.contracts.RemovalReason;
import org.onrecord.scraper.extract.removal.candidate.Candidate;
import org.onrecord.scraper.extract.removal.candidate.Rule;
import org.onrecord.scraper.extract.removal.credit.AuthorBio;
import org.onrecord.scraper.extract.removal.credit.Byline;
import org.onrecord.scraper.extract.removal.credit.Caption;
import org.onrecord.scraper.extract.removal.credit.ContactLine;
import org.onrecord.scraper.extract.removal.credit.ImageCredit;
import org.onrecord.scraper.extract.removal.link.NavigationLine;
import org.onrecord.scraper.extract.removal.link.RelatedLinks;
import org.onrecord.scraper.extract.removal.link.TagList;
import org.onrecord.scraper.extract.removal.notice.CopyrightNotice;
import org.onrecord.scraper.extract.removal.notice.CorrectionNote;
import org.onrecord.scraper.extract.removal.notice.DatelineStamp;
import org.onrecord.scraper.extract.removal.notice.ReprintNotice;
import org.onrecord.scraper.extract.removal.prompt.Advertisement;
import org.onrecord.scraper.extract.removal.prompt.CommentThread;
import org.onrecord.scraper.extract.removal.prompt.CookieNotice;
import org.onrecord.scraper.extract.removal.prompt.NewsletterPrompt;
import org.onrecord.scraper.extract.removal.prompt.PaywallPrompt;
import org.onrecord.scraper.extract.removal.prompt.SharePrompt;
import org.onrecord.scraper.extract.removal.repeat.DuplicateHeadline;
import org.onrecord.scraper.extract.removal.repeat.PullQuote;
import org.onrecord.scraper.extract.removal.repeat.StandfirstRepeat;

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
