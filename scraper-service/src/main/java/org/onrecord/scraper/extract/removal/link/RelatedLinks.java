package org.onrecord.scraper.extract.removal.link;

import java.util.Locale;

import org.onrecord.contracts.RemovalReason;
import org.onrecord.scraper.extract.page.Trait;
import org.onrecord.scraper.extract.removal.candidate.Candidate;
import org.onrecord.scraper.extract.removal.candidate.Rule;
import org.onrecord.scraper.extract.removal.wording.Wording;

/** Ways to other stories: "READ MORE: How the bridge was built", a list of links, a teaser between paragraphs. */
public final class RelatedLinks implements Rule {
    private static final int FEWEST_LINK_WORDS = 4;
    private static final int FEWEST_HEADLINE_WORDS = 6;

    private static final Wording HEADING = Wording.is(
            "related(?: (?:articles?|stor(?:y|ies)|content|links?|news|posts?|topics|coverage|reading|video|videos))?",
            "(?:read|see|watch|more) (?:more|next|also|now|this)",
            "more (?:stories|news|from .{1,40}|on this|on this story|in this section|to read|coverage|about .{1,30}|like this|top stories)",
            "(?:most|also) (?:read|popular|viewed|on \\w+)",
            "popular(?: on .{1,30}| stories| now)?",
            "trending(?: now| stories| on .{1,30})?",
            "recommended(?: for you| stories| reading| videos?)?",
            "you (?:may|might) (?:also )?(?:like|be interested in).{0,20}",
            "(?:latest|top|featured|other|editor.?s picks?|must[- ]reads?)(?: (?:news|stories|headlines|videos|posts))?",
            "(?:people|others|readers) are (?:also )?reading(?: now)?",
            "what (?:people|others) are reading",
            "keep reading",
            "read next",
            "up next",
            "what to read next",
            "around the web",
            "from (?:our|around) .{1,30}",
            "continue reading(?: the main story)?",
            "click here (?:for more|to read more).{0,40}",
            "something to consider");
    private static final Wording LABEL = Wording.begins(
            45,
            "(?:read|see|watch|view|learn|find out|hear) (?:more|also|next|now)(?: (?:here|about|on|at|from))?\\s*[:|>»–-]",
            "(?:read|see|watch|listen|also read|read also|also see|don.t miss|more|related|related (?:story|stories|article|articles|content|coverage|reading|video)|must[- ]read|recommended|trending|up next|in (?:case you missed it|other news)|icymi|check out|previously|earlier|exclusive|gallery|photos|video|in pictures|opinion|analysis|explainer|podcast)\\s*:",
            "(?:read|see|watch) (?:more|also)(?!\\w)",
            "also (?:read|see|watch)(?!\\w)",
            "more on this story",
            "\\[?related(?!\\w)\\s*[:|>»–-]",
            "click here (?:for|to)(?!\\w)");

    /** A headline has no full stop, a sentence without a link leads nowhere. */
    private static boolean isSentence(Candidate candidate) {
        return candidate.block().links() == 0 && candidate.block().text().endsWith(".") && candidate.words() >= 5;
    }

    /** The words after the label are a link, or there is none but a title. */
    private static boolean leadsOn(Candidate candidate) {
        return candidate.block().linkWords() * 2 >= candidate.words();
    }

    /** A block that is nothing but a link of the length of a headline, in a block-level box of its own. */
    private static boolean isLinkCard(Candidate candidate) {
        var block = candidate.block();
        String tag = block.region().tag();
        boolean box = !tag.equals("p") && !tag.equals("li") && !tag.equals("td") && !headsPart(candidate);
        return box
                && block.words() >= FEWEST_LINK_WORDS
                && block.linkDensity() > 0.9
                && !block.text().startsWith("http");
    }

    /** In a list article each heading may lead to what it is about, and the prose beneath it is the article's. */
    private static boolean headsPart(Candidate candidate) {
        return candidate.block().isHeading() && candidate.headsProse() && !candidate.marked(Trait.RELATED);
    }

    /** A paragraph that is all link and has the length of a headline and no end of a sentence, as one or a few in an article do. */
    private static boolean isLineOfLink(Candidate candidate) {
        var block = candidate.block();
        return block.region().tag().equals("p")
                && !block.isHeading()
                && block.words() >= FEWEST_HEADLINE_WORDS
                && block.links() == 1
                && block.linkWords() == block.words()
                && !block.endsSentence()
                && !block.text().startsWith("http")
                && (!candidate.headsProse() || block.text().equals(block.text().toUpperCase(Locale.ROOT)));
    }

    /** An item of a list whose items are links of the length of headlines. */
    private static boolean isListOfLinks(Candidate candidate) {
        var block = candidate.block();
        if (!block.region().tag().equals("li") || block.linkDensity() < 0.8) {
            return false;
        }
        var list = block.region().parent();
        return list != null
                && list.links() >= 2
                && list.linkDensity() > 0.8
                && list.words() >= FEWEST_LINK_WORDS * list.links();
    }

    @Override
    public RemovalReason reason() {
        return RemovalReason.RELATED_LINKS;
    }

    @Override
    public boolean removes(Candidate candidate) {
        if (candidate.marked(Trait.RELATED)
                || candidate.marked(Trait.SIDEBAR) && !candidate.block().isRunningText()) {
            return true;
        }
        return HEADING.in(candidate)
                || LABEL.in(candidate) && (leadsOn(candidate) || candidate.words() <= 20 && !isSentence(candidate))
                || isLinkCard(candidate)
                || isLineOfLink(candidate)
                || isListOfLinks(candidate);
    }
}
