package org.onrecord.nlp.coreference;

import java.util.List;
import java.util.Set;

import org.onrecord.contracts.EntityType;

/** Whether two names of organisations or of places in one article may mean the same. */
final class ThingNames {
    private static final Set<String> FORMS = Set.of(
            "inc",
            "corp",
            "corporation",
            "company",
            "co",
            "ltd",
            "limited",
            "plc",
            "llc",
            "group",
            "holdings",
            "ag",
            "sa",
            "gmbh",
            "nv",
            "spa",
            "as",
            "airlines",
            "airways",
            "motors",
            "motor",
            "bank",
            "international");

    private ThingNames() {}

    static boolean agree(NameMention known, NameMention name) {
        if (Acronyms.spelledOut(known.key()).equals(Acronyms.spelledOut(name.key()))) {
            return true;
        }
        if (Acronyms.stands(known, name.words()) || Acronyms.stands(name, known.words())) {
            return true;
        }
        return name.type() == EntityType.ORGANISATION
                && (isShortForm(known.words(), name.words()) || isShortForm(name.words(), known.words()));
    }

    /** "Toyota" for "Toyota Motor Corp": what the longer name has more says only what kind of company it is. */
    private static boolean isShortForm(List<String> shorter, List<String> longer) {
        return shorter.size() < longer.size()
                && longer.subList(0, shorter.size()).equals(shorter)
                && FORMS.containsAll(longer.subList(shorter.size(), longer.size()));
    }
}
