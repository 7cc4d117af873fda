package org.onrecord.scraper.extract.page;

/**
 * The traits of class names that were read before: a site's pages say the same of themselves thousands of times. A name
 * falls on one place, where the last one stays. Thread-safe, since what is kept is immutable and may be lost.
 */
final class KnownNames {
    private static final int PLACES = 4_096;

    /** Longer ones are rare, and a page could fill the memory with them. */
    private static final int LONGEST = 160;

    private static final Known[] KNOWN = new Known[PLACES];

    private record Known(String names, int traits) {}

    private KnownNames() {}

    /** What {@link TraitLexicon#traits} says of them. */
    static int traits(String names) {
        if (names.length() > LONGEST) {
            return TraitLexicon.traits(names);
        }
        int hash = names.hashCode();
        int place = (hash ^ hash >>> 16) & PLACES - 1;
        Known known = KNOWN[place];
        if (known == null || !known.names().equals(names)) {
            known = new Known(names, TraitLexicon.traits(names));
            KNOWN[place] = known;
        }
        return known.traits();
    }
}
