package org.onrecord.local;

import java.time.Duration;

/** How long anything of the line is waited for. */
public final class Patience {

    /** What comes at all comes within it, on the busiest machine too; meanwhile it is told what is waited for. */
    public static final Duration LONGEST = Duration.ofMinutes(5);

    /** Between two words to the one who waits. */
    public static final Duration SILENCE = Duration.ofSeconds(20);

    private Patience() {}
}
