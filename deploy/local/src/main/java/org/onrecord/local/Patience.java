package org.onrecord.local;

import java.time.Duration;

/** How long anything of the line is waited for. */
final class Patience {

    /** What comes at all comes within it, on the busiest machine too; meanwhile it is told what is waited for. */
    static final Duration LONGEST = Duration.ofMinutes(5);

    /** Between two words to the one who waits. */
    static final Duration SILENCE = Duration.ofSeconds(20);

    private Patience() {}
}
