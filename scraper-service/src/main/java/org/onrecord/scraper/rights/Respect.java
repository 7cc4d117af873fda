package org.onrecord.scraper.rights;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.onrecord.contracts.Rights;

/** Which reservations are respected here. Immutable. */
public final class Respect {

    private static final String NOTHING = "nothing";

    private final Set<Reservation> respected;

    private Respect(Set<Reservation> respected) {
        this.respected = respected;
    }

    /**
     * @param labels of reservations by commas, or {@code nothing}
     * @throws IllegalArgumentException if one is none
     */
    public static Respect parse(String labels) {
        Set<Reservation> respected = EnumSet.noneOf(Reservation.class);
        for (String label : labels.split(",")) {
            String word = label.strip();
            if (!word.isEmpty() && !word.equals(NOTHING)) {
                respected.add(Reservation.of(word)
                        .orElseThrow(() -> new IllegalArgumentException("ONRECORD_RESPECT: " + word
                                + " is none of noindex, noarchive, noai, tdm, paywall, nothing")));
            }
        }
        return new Respect(respected);
    }

    /** Whether this one is respected. */
    public boolean includes(Reservation reservation) {
        return respected.contains(reservation);
    }

    /** The reservation for which the page may not be read; empty if it may. */
    public Optional<Reservation> againstReading(Rights rights) {
        return respected.stream()
                .filter(reservation -> reservation != Reservation.NOARCHIVE)
                .filter(reservation -> reservation.isMadeBy(rights))
                .findFirst();
    }

    /** Whether a copy of the page may be kept. */
    public boolean allowsKeeping(Rights rights) {
        return !respected.contains(Reservation.NOARCHIVE) || !Reservation.NOARCHIVE.isMadeBy(rights);
    }
}
