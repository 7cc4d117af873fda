package org.onrecord.scraper.extract.body;

import java.util.regex.Pattern;

import org.onrecord.scraper.extract.page.Region;
import org.onrecord.scraper.extract.page.TextBlock;
import org.onrecord.scraper.extract.page.Trait;

/** A post of another site that the article shows: what somebody said there, with the name and the day beneath it. */
final class EmbeddedPost {
    private static final int BOXES_UP = 5;

    /** What stands around a post until a script has drawn it. */
    private static final Pattern FRAME = Pattern.compile(
            "(?:view (?:this|the) (?:post|photo|profile)|a (?:post|photo|video) shared by|voir cette publication|sieh dir diesen beitrag|ver esta publicaci|visualizza questo post).{0,120}",
            Pattern.CASE_INSENSITIVE);

    private EmbeddedPost() {}

    /** Whether the block stands in a quotation that is named for such a post, below the body. */
    static boolean holds(TextBlock block, Region body) {
        Region at = block.region();
        for (int up = 0; up < BOXES_UP && at != null && at != body; up++, at = at.parent()) {
            if (at.tag().equals("blockquote") && at.has(Trait.EMBED) && !at.has(Trait.HIDDEN)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is the invitation to see the post where it was posted. */
    static boolean isFrame(TextBlock block) {
        return block.text().length() <= 200 && FRAME.matcher(block.text()).matches();
    }
}
