package org.onrecord.scraper.extract;

import java.util.List;
import java.util.Optional;

import org.onrecord.scraper.extract.body.Judgement;
import org.onrecord.scraper.extract.metadata.Metadata;
import org.onrecord.scraper.extract.page.TextBlock;
import org.onrecord.scraper.extract.page.TextReader;
import org.onrecord.scraper.extract.page.Words;

/** The article of a page that prints none, since a script would, from the text that its JSON-LD holds. */
final class ScriptedBody {
    /** Fewer are a summary. */
    private static final int FEWEST_WORDS = 40;

    private ScriptedBody() {}

    static boolean isIn(Metadata metadata) {
        return metadata.linkedBody().filter(body -> Words.count(body) >= FEWEST_WORDS).isPresent();
    }

    /** Its paragraphs, which stand nowhere in the page's markup. */
    static List<Judgement> of(Metadata metadata) {
        return TextReader.read(metadata.linkedBody().orElse("")).blocks().stream()
                .map(ScriptedBody::unplaced)
                .map(block -> new Judgement(block, Optional.empty()))
                .toList();
    }

    private static TextBlock unplaced(TextBlock block) {
        return new TextBlock(
                block.order(), block.region(), block.kind(), 0, block.text(), block.words(), 0, 0, 0, 0, null);
    }
}
