package org.onrecord.scraper.archive;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LineDiffTest {

    private static final String STORY = "Ferry stays\n\nThe ferry stays.\n\nNobody will be left.\n\nThe council pays.";

    @Test
    void sameTextsDoNotDiffer() {
        assertThat(LineDiff.of(STORY, STORY + "\n\n")).isEmpty();
    }

    @Test
    void onlyWhatDiffersIsShown() {
        String edited = "Ferry stays\n\nSign up for our letter.\n\nThe ferry stays.\n\nThe council pays.";

        assertThat(LineDiff.of(STORY, edited)).containsExactly("+ Sign up for our letter.", "- Nobody will be left.");
    }

    @Test
    void aPageThatIsNoLongerAnArticleLosesEverything() {
        assertThat(LineDiff.of(STORY, ""))
                .containsExactly(
                        "- Ferry stays", "- The ferry stays.", "- Nobody will be left.", "- The council pays.");
    }

    @Test
    void hugeTextsAreReplacedInTheMiddle() {
        String before = "a\n" + "x\n".repeat(5000) + "z";
        String after = "a\n" + "y\n".repeat(5000) + "z";

        assertThat(LineDiff.of(before, after)).hasSize(10_000).startsWith("- x").endsWith("+ y");
    }
}
