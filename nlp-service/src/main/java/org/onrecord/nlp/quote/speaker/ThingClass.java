package org.onrecord.nlp.quote.speaker;

import java.util.Collection;
import java.util.Set;

/**
 * What sort of body a noun means and a name shows: "the newspaper" is no court, and "Federal Court" no newspaper. Only sorts
 * that names of news show often.
 */
enum ThingClass {
    COMPANY(
            Set.of(
                    "company",
                    "firm",
                    "corporation",
                    "manufacturer",
                    "maker",
                    "carrier",
                    "airline",
                    "retailer",
                    "chain",
                    "business",
                    "bank",
                    "developer",
                    "operator",
                    "giant"),
            Set.of(
                    "inc",
                    "inc.",
                    "corp",
                    "corp.",
                    "corporation",
                    "company",
                    "co",
                    "co.",
                    "ltd",
                    "ltd.",
                    "limited",
                    "plc",
                    "llc",
                    "airlines",
                    "airways",
                    "motors",
                    "motor",
                    "bank",
                    "holdings",
                    "electric",
                    "foods",
                    "stores")),
    PRESS(
            Set.of(
                    "newspaper",
                    "paper",
                    "magazine",
                    "daily",
                    "weekly",
                    "network",
                    "broadcaster",
                    "station",
                    "channel",
                    "outlet",
                    "tabloid",
                    "journal"),
            Set.of(
                    "times",
                    "post",
                    "news",
                    "daily",
                    "herald",
                    "tribune",
                    "guardian",
                    "journal",
                    "telegraph",
                    "press",
                    "television",
                    "tv",
                    "radio",
                    "broadcasting",
                    "bbc",
                    "cnn",
                    "nbc",
                    "abc",
                    "cbs",
                    "npr",
                    "reuters",
                    "gazette",
                    "independent",
                    "review",
                    "today")),
    COURT(Set.of("court", "tribunal", "justices", "judges"), Set.of("court", "tribunal")),
    PARTY(Set.of("party", "faction", "bloc"), Set.of("party", "front", "alliance", "league", "democrats", "labour")),
    TEACHING(
            Set.of("university", "school", "college", "institute"),
            Set.of("university", "school", "college", "institute", "academy")),
    HEALTH(Set.of("hospital", "clinic"), Set.of("hospital", "clinic", "infirmary")),
    FIGHTERS(
            Set.of("rebels", "militants", "insurgents", "guerrillas", "militia", "separatists", "fighters"),
            Set.of(
                    "army",
                    "taliban",
                    "taleban",
                    "front",
                    "movement",
                    "brigades",
                    "brigade",
                    "hezbollah",
                    "hamas",
                    "forces")),
    OFFICE(
            Set.of(
                    "ministry",
                    "department",
                    "agency",
                    "commission",
                    "bureau",
                    "authority",
                    "administration",
                    "regulator"),
            Set.of(
                    "ministry",
                    "department",
                    "agency",
                    "commission",
                    "bureau",
                    "authority",
                    "administration",
                    "service",
                    "office",
                    "board",
                    "organization",
                    "organisation",
                    "centers",
                    "centres"));

    private final Set<String> nouns;
    private final Set<String> inNames;

    ThingClass(Set<String> nouns, Set<String> inNames) {
        this.nouns = nouns;
        this.inNames = inNames;
    }

    /** What a noun in lower case means; null where that is none of these sorts. */
    static ThingClass ofNoun(String noun) {
        for (ThingClass sort : values()) {
            if (sort.nouns.contains(noun)) {
                return sort;
            }
        }
        return null;
    }

    /** Whether the words of a name in lower case show this sort. */
    boolean shows(Collection<String> name) {
        return name.stream().anyMatch(inNames::contains);
    }

    /** Whether they show any sort. */
    static boolean showsAny(Collection<String> name) {
        for (ThingClass sort : values()) {
            if (sort.shows(name)) {
                return true;
            }
        }
        return false;
    }
}
