package org.onrecord.scraper.extract.removal.prompt;

import org.onrecord.contracts.RemovalReason;
import org.onrecord.scraper.extract.page.Trait;
import org.onrecord.scraper.extract.removal.candidate.Candidate;
import org.onrecord.scraper.extract.removal.candidate.Rule;
import org.onrecord.scraper.extract.removal.wording.Wording;

/** Buttons and invitations to share or to follow: "Follow us on Facebook". */
public final class SharePrompt implements Rule {
    private static final Wording WORDING = Wording.begins(
            40,
            "share (?:this (?:story|article|post|page|on|via|with your)|on|via|article|story|the story|your thoughts with)(?!\\w)",
            "follow (?:us|the \\w+|@?\\w+|\\w+ \\w+(?: \\w+)?) (?:on|at|@) ?(?:facebook|twitter|instagram|tiktok|x(?!\\w)|linkedin|telegram|whatsapp|social|google|apple|threads|youtube|@)",
            "follow .{0,60}on (?:facebook|twitter|instagram|tiktok|google news|apple news|telegram|whatsapp|flipboard|youtube)",
            "follow us (?:on|at)(?!\\w)",
            "follow (?:\\S+ ){1,3}(?:full |latest |complete |live )?coverage(?!\\w)",
            "like us on facebook",
            "(?:you can )?(?:find|join|like) (?:us|our .{0,40}) on (?:facebook|twitter|instagram|telegram|whatsapp|linkedin)",
            "like this (?:story|article)\\?",
            "download (?:our|the) .{0,30}(?<!\\w)app(?!\\w)",
            "(?:watch|listen|catch|tune in).{0,60}(?<!\\w)(?:weekdays|listen back|on bbc sounds|wherever you get your podcasts)",
            "tell us what you think",
            "have (?:a|you got a) (?:story|news tip|tip)(?!\\w)",
            "do you have a (?:story|news tip|tip|question)(?!\\w)",
            "if you (?:have|enjoyed|liked|like|love) .{0,60}(?:tip|story|article|proposition|newsletter)(?!\\w)");
    private static final Wording BUTTON = Wording.is(
            "share",
            "shares?",
            "tweet",
            "facebook",
            "twitter",
            "whatsapp",
            "e-?mail",
            "print",
            "copy link",
            "save",
            "pinterest",
            "linkedin",
            "reddit",
            "flipboard",
            "tumblr",
            "like",
            "follow",
            "link copied",
            "like loading",
            "\\d+ shares?",
            "listen",
            "bookmark");

    @Override
    public RemovalReason reason() {
        return RemovalReason.SHARE;
    }

    @Override
    public boolean removes(Candidate candidate) {
        return candidate.marked(Trait.SHARE) && candidate.words() <= 30
                || WORDING.in(candidate)
                || BUTTON.in(candidate);
    }
}
