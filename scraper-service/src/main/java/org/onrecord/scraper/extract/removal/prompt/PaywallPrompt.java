package org.onrecord.scraper.extract.removal.prompt;

import org.onrecord.contracts.RemovalReason;
import org.onrecord.scraper.extract.page.Trait;
import org.onrecord.scraper.extract.removal.candidate.Candidate;
import org.onrecord.scraper.extract.removal.candidate.Rule;
import org.onrecord.scraper.extract.removal.wording.Wording;

/** A request to log in, to subscribe or to give: "To continue reading, become a member". */
public final class PaywallPrompt implements Rule {
    private static final Wording OFFER = Wording.contains(
            40,
            "subscri",
            "log ?in",
            "logged in",
            "sign in",
            "register",
            "member",
            "account",
            "offer",
            "free trial",
            "cancel anytime");
    private static final Wording WORDING = Wording.contains(
                    80,
                    "to (?:continue|keep) reading",
                    "already a (?:subscriber|member)",
                    "subscribe to (?:read|continue|unlock|get (?:full|unlimited))",
                    "become a (?:subscriber|member|supporter|patron)",
                    "(?:this (?:article|story|content) is )?(?:exclusively )?(?:for|available to) (?:subscribers|members) only",
                    "log in to (?:read|continue|your)",
                    "free (?:articles?|stories) (?:left|remaining|this month)",
                    "support (?:our|independent|quality|local|us|the) (?:work|journalism|mission|newsroom|independent).{0,120}(?:donat|contribut|subscri|gift|member|today|give)",
                    "make a (?:donation|contribution|gift)")
            .with(
                    "reading",
                    "subscri",
                    "member",
                    "supporter",
                    "patron",
                    "log in",
                    "free ",
                    "support",
                    "donation",
                    "contribution",
                    "gift");

    private static final Wording ADVANTAGE = Wording.begins(
            60,
            "(?:our |all )?(?:members|subscribers|supporters) (?:get|enjoy|receive|have) (?:all|full|unlimited|instant|exclusive|access)(?: \\w+){0,4} our(?!\\w)");

    @Override
    public RemovalReason reason() {
        return RemovalReason.PAYWALL_PROMPT;
    }

    @Override
    public boolean removes(Candidate candidate) {
        return candidate.marked(Trait.PAYWALL) && OFFER.in(candidate)
                || WORDING.in(candidate)
                || ADVANTAGE.in(candidate);
    }
}
