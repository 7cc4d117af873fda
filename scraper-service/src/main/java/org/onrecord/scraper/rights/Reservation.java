package org.onrecord.scraper.rights;

import java.util.Locale;
import java.util.Optional;

import org.onrecord.contracts.Rights;

/** What a site can reserve, and this scraper can be told to respect; a page that reserves it is neither kept nor read. */
public enum Reservation {
    /** The page is not to be found by searching. */
    NOINDEX {
        @Override
        boolean isMadeBy(Rights rights) {
            return rights.directives().contains("noindex");
        }
    },
    /** No copy is to be kept: the page is read and not archived. */
    NOARCHIVE {
        @Override
        boolean isMadeBy(Rights rights) {
            return rights.directives().contains("noarchive")
                    || rights.directives().contains("nocache");
        }
    },
    /** No AI is to read it. */
    NOAI {
        @Override
        boolean isMadeBy(Rights rights) {
            return rights.directives().contains("noai");
        }
    },
    /** Text and data mining is reserved. */
    TDM {
        @Override
        boolean isMadeBy(Rights rights) {
            return Boolean.TRUE.equals(rights.tdmReserved());
        }
    },
    /** It is there for those who pay. */
    PAYWALL {
        @Override
        boolean isMadeBy(Rights rights) {
            return Boolean.FALSE.equals(rights.accessibleForFree());
        }
    };

    abstract boolean isMadeBy(Rights rights);

    /** As it is configured: {@code noindex}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of this label. */
    static Optional<Reservation> of(String label) {
        for (Reservation reservation : values()) {
            if (reservation.label().equals(label)) {
                return Optional.of(reservation);
            }
        }
        return Optional.empty();
    }
}
