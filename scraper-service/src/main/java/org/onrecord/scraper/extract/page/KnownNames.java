package org.onrecord.scraper.extract.page;

/**
 * The traits of class names that were read before: a page says the same of its boxes hundreds of times. A name falls on one
 * place, where the last one stays. For one page, whose names are still at hand in the processor, and one thread.
 */
final class KnownNames {
    private static final int PLACES = 512;

    private final String[] known = new String[PLACES];
    private final int[] traits = new int[PLACES];

    /** What {@link TraitLexicon#traits} says of them. */
    int traits(String names) {
        int hash = names.hashCode();
        int place = (hash ^ hash >>> 9 ^ hash >>> 18) & PLACES - 1;
        if (!names.equals(known[place])) {
            known[place] = names;
            traits[place] = TraitLexicon.traits(names);
        }
        return traits[place];
    }
}
