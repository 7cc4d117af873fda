package org.onrecord.benchmarks.hostile;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What became of an attack.
 *
 * @param attack its name
 * @param outcome what became of what it sent, in a few words
 * @param goodPage how long a page of a well-behaved site took that was asked for meanwhile, until its quote was stored and told
 * @param states of the services afterwards
 * @param faults what is not as it should be; empty if the line withstood it
 */
public record Finding(
        String attack, String outcome, Duration goodPage, List<ServiceState> states, List<String> faults) {

    static final String HEAD = "%-46s %-44s %6s  %-17s %-14s %s"
            .formatted("attack", "outcome", "good s", "heap MB s/n/a", "threads", "verdict");

    /** Whether the line withstood it. */
    public boolean isHarmless() {
        return faults.isEmpty();
    }

    /** One line of a table. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-46s %-44s %6.1f  %-17s %-14s %s",
                attack,
                outcome,
                goodPage.toMillis() / 1000.0,
                states.stream()
                        .map(state -> String.valueOf(state.heapMegabytes()))
                        .collect(Collectors.joining("/")),
                states.stream().map(state -> String.valueOf(state.threads())).collect(Collectors.joining("/")),
                faults.isEmpty() ? "ok" : "FAILED: " + String.join("; ", faults));
    }
}
