package org.onrecord.benchmarks.hostile.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;

/** What a target is held to beside throwing nothing. */
public final class Watch {
    /** Before the number of megabytes. */
    public static final String LINE = "peak heap in MB: ";

    /** Of the processor, which a busy machine does not change. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private Watch() {}

    /**
     * Reads an input.
     *
     * @throws IllegalStateException if it takes too long
     */
    public static void read(byte[] input, Consumer<byte[]> reader) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        reader.accept(input);
        Duration time = Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
        if (time.compareTo(LONGEST) > 0) {
            throw new IllegalStateException("it took " + time.toMillis() + " ms");
        }
    }

    /** Reads what loads the classes, so that their loading is not an input's time. */
    public static void warmUp(Consumer<byte[]> reader, String... inputs) {
        for (String input : inputs) {
            reader.accept(input.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Tells the most that this JVM has had in its heap on standard error, where the engine's own lines go. */
    public static void tellPeak() {
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        System.err.println(LINE + (peak >> 20));
    }
}
