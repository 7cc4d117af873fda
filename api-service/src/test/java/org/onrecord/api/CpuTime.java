package org.onrecord.api;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** What work costs the processor: the same on a busy machine as on an idle one, unlike the time that passes. */
public final class CpuTime {

    private CpuTime() {}

    /** Of work that is done in the calling thread. */
    public static Duration of(Runnable work) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.run();
        return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
    }
}
