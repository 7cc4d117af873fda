package org.onrecord.nlp.quote.reading;

/** Where noun phrases begin and end, by word classes. */
public final class NounPhrases {

    private static final int LONGEST = 14;

    private NounPhrases() {}

    /** Index of the first token of the noun phrase whose last token this is; {@code end} itself if it is no noun. */
    public static int startOf(Reading reading, int end, int floor) {
        WordClass last = reading.classAt(end);
        if (last == WordClass.PRONOUN) {
            return end;
        }
        int from = end;
        int lowest = Math.max(floor, end - LONGEST);
        while (from - 1 >= lowest && !reading.quoted(from - 1) && continuesLeft(reading, from - 1)) {
            from--;
            if (reading.classes[from] == WordClass.DETERMINER && reading.classAt(from - 1) != WordClass.DETERMINER) {
                break;
            }
        }
        return from;
    }

    private static boolean continuesLeft(Reading reading, int i) {
        return switch (reading.classes[i]) {
            case NAME, NOUN, ADJECTIVE, NUMBER, POSSESSIVE -> true;
            case DETERMINER -> reading.classAt(i + 1) != WordClass.PRONOUN;
            case GERUND, ADVERB -> reading.classAt(i - 1) == WordClass.DETERMINER;
            case OTHER -> reading.lower[i].equals("/") || reading.lower[i].equals("%");
            case DASH, VERB -> isCompound(reading, i);
            default -> false;
        };
    }

    /** "The U.S.-based group": a hyphen without spaces, or what stands behind it. */
    private static boolean isCompound(Reading reading, int i) {
        int dash = reading.classes[i] == WordClass.DASH ? i : i - 1;
        return reading.classAt(dash) == WordClass.DASH
                && reading.wordAt(dash).length() == 1
                && dash > 0
                && dash + 1 < reading.tokens.size()
                && reading.tokens.get(dash - 1).end()
                        == reading.tokens.get(dash).start()
                && reading.tokens.get(dash).end()
                        == reading.tokens.get(dash + 1).start();
    }

    /** One past the last token of the noun phrase that begins here, or {@code start} if none does. */
    public static int endOf(Reading reading, int start, int ceiling) {
        if (reading.classAt(start) == WordClass.PRONOUN) {
            return start + 1;
        }
        int last = start - 1;
        int highest = Math.min(ceiling, start + LONGEST);
        for (int i = start; i < highest && !reading.quoted(i); i++) {
            WordClass c = reading.classes[i];
            if (c == WordClass.NAME || c == WordClass.NOUN || c == WordClass.NUMBER) {
                last = i;
            } else if (!continuesRight(reading, i, start)) {
                break;
            }
        }
        return last + 1;
    }

    private static boolean continuesRight(Reading reading, int i, int start) {
        return switch (reading.classes[i]) {
            case ADJECTIVE, POSSESSIVE -> true;
            case DETERMINER ->
                i == start || reading.classAt(i - 1) == WordClass.DETERMINER || reading.lower[i - 1].equals("of");
            case ADVERB -> reading.classAt(i - 1) == WordClass.DETERMINER;
            case PREPOSITION ->
                reading.lower[i].equals("of")
                        && i > start
                        && reading.capitalised(i + 1)
                        && !reading.isPersonsName(i - 1);
            case DASH, VERB, GERUND -> isCompound(reading, i);
            case STOP ->
                reading.tokens.get(i).text().equals(".")
                        && reading.classAt(i + 1) == WordClass.NAME
                        && reading.classAt(i - 1) == WordClass.NAME
                        && reading.tokens.get(i - 1).text().length() <= 4;
            default -> false;
        };
    }
}
