package org.onrecord.nlp.coreference;

/** Whether two names of persons in one article may be one person's. */
final class PersonNames {
    private PersonNames() {}

    /** "Alex Van Halen" is not "Eddie Van Halen", although both agree with "Van Halen". */
    static boolean contradict(NameMention known, NameMention name) {
        return known.words().size() > 1
                && name.words().size() > 1
                && known.last().equals(name.last())
                && !FirstNames.agree(known.first(), name.first())
                && !contains(known, name)
                && !contains(name, known);
    }

    static boolean agree(NameMention known, NameMention name) {
        if (known.key().equals(name.key())) {
            return true;
        }
        if (known.words().size() == 1 || name.words().size() == 1) {
            NameMention one = known.words().size() == 1 ? known : name;
            NameMention full = one == known ? name : known;
            return full.words().size() > 1 && stands(one.first(), full);
        }
        return known.last().equals(name.last()) && FirstNames.agree(known.first(), name.first())
                || contains(known, name)
                || contains(name, known);
    }

    /** "Kerry" for "John Kerry", "Xi" for "Xi Jinping", "Barack" for "Barack Obama". */
    private static boolean stands(String word, NameMention full) {
        return word.length() > 1
                && (word.equals(full.last())
                        || word.equals(full.first())
                        || full.words().contains(word));
    }

    private static boolean contains(NameMention full, NameMention part) {
        return full.words().containsAll(part.words());
    }
}
