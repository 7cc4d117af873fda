package org.onrecord.nlp.name.lexicon;

/** The bits of the lists that rules ask about; the training gives them, see {@code NameLists}. */
public final class Lists {
    private static final int PLACES = 0b111111;
    private static final int COUNTRIES = 1;
    private static final int KNOWN_PLACES = 0b10111;
    private static final int ORGANISATIONS = 0b1111 << 10;
    private static final int PEOPLES = 1 << 6;
    private static final int FIRST_NAMES = 1 << 7;
    private static final int SURNAMES = 1 << 8;
    private static final int ORGANISATION_HEADS = 1 << 14;
    private static final int ORGANISATION_WORDS = ORGANISATION_HEADS | 1 << 15;
    private static final int PLACE_WORDS = 1 << 16;
    private static final int TITLES = 1 << 18 | 1 << 19;

    private Lists() {}

    public static boolean isPlace(int lists) {
        return (lists & PLACES) != 0;
    }

    public static boolean isCountry(int lists) {
        return (lists & COUNTRIES) != 0;
    }

    /** A country, a city of some size or a region. */
    public static boolean isKnownPlace(int lists) {
        return (lists & KNOWN_PLACES) != 0;
    }

    public static boolean isOrganisation(int lists) {
        return (lists & ORGANISATIONS) != 0;
    }

    public static boolean isFirstName(int lists) {
        return (lists & FIRST_NAMES) != 0;
    }

    public static boolean isSurname(int lists) {
        return (lists & SURNAMES) != 0;
    }

    public static boolean isOrganisationWord(int lists) {
        return (lists & ORGANISATION_WORDS) != 0;
    }

    /** A word like "Party" or "University", not an ending like "Inc.". */
    public static boolean isHeadOfOrganisation(int lists) {
        return (lists & ORGANISATION_HEADS) != 0;
    }

    /** A people, the word for what is theirs, or a faith. */
    public static boolean isPeople(int lists) {
        return (lists & PEOPLES) != 0;
    }

    public static boolean isPlaceWord(int lists) {
        return (lists & PLACE_WORDS) != 0;
    }

    public static boolean isTitle(int lists) {
        return (lists & TITLES) != 0;
    }
}
