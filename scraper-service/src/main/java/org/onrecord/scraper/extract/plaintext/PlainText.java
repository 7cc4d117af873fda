package org.onrecord.scraper.extract.plaintext;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.onrecord.contracts.RemovalReason;
import org.onrecord.scraper.extract.body.Judgement;
import org.onrecord.scraper.extract.limit.OutOfTimeException;
import org.onrecord.scraper.extract.metadata.Metadata;
import org.onrecord.scraper.extract.page.Page;
import org.onrecord.scraper.extract.page.TextBlock;
import org.onrecord.scraper.extract.page.TextReader;
import org.onrecord.scraper.extract.removal.Rules;
import org.onrecord.scraper.extract.removal.candidate.ArticleContext;
import org.onrecord.scraper.extract.removal.candidate.Candidate;

/**
 * A text that was scraped before, cleaned by the same rules as a page: what a scraper leaves in are the page's prompts
 * without their markup.
 *
 * @param title the headline: the one given, or the first line if it reads like one
 * @param judgements what was decided of each paragraph
 */
public record PlainText(Optional<String> title, List<Judgement> judgements) {
    private static final int LONGEST_HEADLINE_WORDS = 25;

    public static PlainText of(String text, Optional<String> given) {
        Page page = TextReader.read(text);
        Optional<String> title = given.filter(words -> !words.isBlank()).or(() -> firstLine(page));
        ArticleContext context = ArticleContext.of(page, page.root(), Metadata.ofTitle(title));
        List<Judgement> judgements = new ArrayList<>();
        boolean amongLinks = false;
        for (TextBlock block : page.blocks()) {
            OutOfTimeException.throwIfInterrupted();
            Optional<RemovalReason> reason = Rules.reason(new Candidate(context, block));
            amongLinks = reason.map(RemovalReason.RELATED_LINKS::equals).orElse(amongLinks && readsLikeHeadline(block));
            judgements.add(new Judgement(
                    block, reason.isEmpty() && amongLinks ? Optional.of(RemovalReason.RELATED_LINKS) : reason));
        }
        return new PlainText(title, judgements);
    }

    private static Optional<String> firstLine(Page page) {
        boolean more = page.blocks().size() > 1;
        return more && readsLikeHeadline(page.blocks().getFirst())
                ? Optional.of(page.blocks().getFirst().text())
                : Optional.empty();
    }

    /** A line without a full stop; under "More in this section" such lines are the headlines of other stories. */
    private static boolean readsLikeHeadline(TextBlock block) {
        return block.words() <= LONGEST_HEADLINE_WORDS
                && (!block.endsSentence() || block.text().endsWith("?"));
    }
}
