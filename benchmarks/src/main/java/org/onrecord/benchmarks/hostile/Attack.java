package org.onrecord.benchmarks.hostile;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that a publisher, a client or a neighbour does to the line.
 *
 * @param name what, in a few words
 * @param deed does it
 */
public record Attack(String name, Deed deed) {

    /** Returns when the line has dealt with it, with what became of it in a few words. */
    @FunctionalInterface
    public interface Deed {
        String on(Siege siege) throws IOException, InterruptedException;
    }

    /**
     * One of all.
     *
     * @param pageBytes how long the pages are
     * @throws IllegalArgumentException if there is none of that name
     */
    public static Attack named(String name, int pageBytes) {
        return all(pageBytes).stream()
                .filter(attack -> attack.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no attack is named " + name));
    }

    /**
     * Everything that is known to be worth trying.
     *
     * @param pageBytes how long the pages are
     */
    public static List<Attack> all(int pageBytes) {
        return Stream.of(
                        Pages.attacks(pageBytes),
                        Transports.attacks(),
                        Feeds.attacks(),
                        Bodies.attacks(),
                        Floods.attacks(),
                        Tokens.attacks(),
                        Records.attacks())
                .flatMap(List::stream)
                .toList();
    }
}
