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

    private static final Set<String> HEADS = Set.of(
            "academy",
            "agency",
            "assembly",
            "association",
            "authority",
            "bank",
            "board",
            "bureau",
            "church",
            "club",
            "college",
            "commission",
            "committee",
            "congress",
            "council",
            "court",
            "department",
            "federation",
            "foundation",
            "institute",
            "league",
            "ministry",
            "office",
            "parliament",
            "party",
            "senate",
            "society",
            "treasury",
            "union",
            "university");

    private ThingNames() {}

    static boolean agree(NameMention known, NameMention name) {
        if (Acronyms.spelledOut(known.key()).equals(Acronyms.spelledOut(name.key()))) {
            return true;
        }
        if (Acronyms.stands(known, name.words()) || Acronyms.stands(name, known.words())) {
            return true;
        }
        return name.type() == EntityType.ORGANISATION
                && (isShortForm(known.words(), name.words())
                        || isShortForm(name.words(), known.words())
                        || isHead(known.words(), name.words())
                        || isHead(name.words(), known.words()));
    }

    /** "the Church" for "Church of Scientology", "the Ministry" for "Defence Ministry". */
    private static boolean isHead(List<String> shorter, List<String> longer) {
        if (shorter.size() != 1 || longer.size() < 2 || !HEADS.contains(shorter.get(0))) {
            return false;
        }
        boolean first = longer.get(0).equals(shorter.get(0)) && longer.get(1).equals("of");
        return first || longer.get(longer.size() - 1).equals(shorter.get(0));
    }

    /** "Toyota" for "Toyota Motor Corp": what the longer name has more says only what kind of company it is. */
    private static boolean isShortForm(List<String> shorter, List<String> longer) {
        return shorter.size() < longer.size()
                && longer.subList(0, shorter.size()).equals(shorter)
                && FORMS.containsAll(longer.subList(shorter.size(), longer.size()));
    }
}
