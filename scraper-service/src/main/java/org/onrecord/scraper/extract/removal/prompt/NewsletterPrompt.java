package org.onrecord.scraper.extract.removal.prompt;

import org.onrecord.contracts.RemovalReason;
import org.onrecord.scraper.extract.page.Trait;
import org.onrecord.scraper.extract.removal.candidate.Candidate;
import org.onrecord.scraper.extract.removal.candidate.Rule;
import org.onrecord.scraper.extract.removal.wording.Wording;

/** An invitation to subscribe to a newsletter: "Sign up for our daily briefing". */
public final class NewsletterPrompt implements Rule {
    private static final Wording OPENING = Wording.begins(
            60,
            "sign[- ]up (?:for|to|here|now|today|below)(?!\\w)",
            "subscribe (?:to|now|here|today|for)(?!\\w)",
            "(?:click here|tap here) to (?:subscribe|sign up)",
            "get (?:the|our|all|more|today).{0,80}(?<!\\w)(?:in your inbox|to your inbox|newsletter|delivered (?:straight|direct|daily|weekly|free))",
            "(?:join|receive|want) .{0,80}(?<!\\w)(?:newsletter|your inbox|mailing list)",
            "enter your e-?mail",
            "(?:thanks|thank you) for (?:signing up|subscribing)",
            "by (?:signing up|subscribing|clicking|entering|submitting)(?!\\w)",
            "stay (?:informed|up to date|up-to-date|on top|connected).{0,80}(?:newsletter|sign up|subscribe|inbox)",
            "never miss a (?:story|beat|thing)(?: again)?(?:[^\\w ]|$| (?:from|with|by)(?!\\w))",
            "select your favou?rite newsletters",
            "our (?:free )?(?:daily|weekly|morning|evening)? ?newsletter");
    private static final Wording WORDING = Wording.contains(
                    50,
                    "(?:delivered|sent|straight|direct|directly|right) (?:straight |directly |right )?(?:in)?to your (?:e-?mail )?(?:inbox|e-?mail|phone)",
                    "sign up (?:for|to) (?:our|the|my|a|\\w+.s) [^.]{0,60}(?:newsletter|e-?mails?|alerts?|updates|briefing)",
                    "subscribe to (?:our|the|my|\\w+.s)(?!\\w)",
                    "newsletter(?:s)? (?:here|below|now|sign)",
                    "in your inbox (?:every|each|daily|weekly)",
                    "for our (?:free )?[^.]{0,40}newsletter")
            .with("inbox", "mail", "newsletter", "sign", "subscribe", "phone");

    @Override
    public RemovalReason reason() {
        return RemovalReason.NEWSLETTER_PROMPT;
    }

    @Override
    public boolean removes(Candidate candidate) {
        boolean form = candidate.marked(Trait.NEWSLETTER) && candidate.words() <= 60;
        return form || WORDING.in(candidate) || OPENING.in(candidate);
    }
}
