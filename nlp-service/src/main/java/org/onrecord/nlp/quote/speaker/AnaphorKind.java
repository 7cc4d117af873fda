package org.onrecord.nlp.quote.speaker;

import java.util.Set;

/** What kind of thing a speaker without a name of its own says that it is. */
enum AnaphorKind {
    HE,
    IT,
    THEY,
    WE,
    /** Those who speak for another: "a spokesman for the bank". */
    SPOKESMAN,
    /** "the minister", "a Republican Assemblywoman". */
    PERSON,
    /** "officials", "the defendants". */
    PEOPLE,
    /** "the government", "both countries". */
    GOVERNMENT,
    /** "the company", "the news agency". */
    BODY,
    /** "the statement", "its press release": whoever issued it. */
    DOCUMENT,
    OTHER;

    private static final Set<String> SPEAKING_FOR = Set.of(
            "spokesman", "spokeswoman", "spokesperson", "spokesmen", "spokespeople", "representative", "publicist");
    private static final Set<String> DOCUMENTS = Set.of(
            "statement",
            "report",
            "letter",
            "release",
            "website",
            "site",
            "notice",
            "tweet",
            "post",
            "proclamation",
            "decree",
            "document",
            "filing",
            "ruling",
            "guidelines",
            "announcement",
            "declaration",
            "memo",
            "email",
            "e-mail",
            "decision",
            "summary",
            "article",
            "story",
            "headline",
            "review",
            "advisory",
            "warning",
            "data",
            "statistics",
            "figures",
            "estimates",
            "complaint",
            "lawsuit",
            "order",
            "bulletin",
            "message",
            "blog",
            "memoirs",
            "book",
            "page",
            "account",
            "resolution",
            "policy",
            "strategy",
            "plan",
            "communique",
            "text",
            "transcript",
            "interview",
            "editorial",
            "poll",
            "survey",
            "study",
            "paper",
            "description",
            "request",
            "video",
            "testimony",
            "verdict",
            "judgment",
            "speech",
            "remarks",
            "comments",
            "statements",
            "reports");
    private static final Set<String> GOVERNMENTS = Set.of(
            "government",
            "country",
            "countries",
            "nation",
            "state",
            "city",
            "administration",
            "regime",
            "military",
            "authorities",
            "army",
            "town",
            "capital",
            "republic",
            "kingdom",
            "county",
            "province",
            "officials",
            "cabinet",
            "junta");
    private static final Set<String> BODIES = Set.of(
            "company",
            "group",
            "agency",
            "party",
            "organization",
            "organisation",
            "ministry",
            "department",
            "network",
            "newspaper",
            "paper",
            "magazine",
            "firm",
            "court",
            "committee",
            "commission",
            "council",
            "union",
            "university",
            "school",
            "hospital",
            "team",
            "club",
            "league",
            "association",
            "federation",
            "foundation",
            "institute",
            "bank",
            "airline",
            "manufacturer",
            "maker",
            "carrier",
            "retailer",
            "chain",
            "broadcaster",
            "station",
            "channel",
            "service",
            "project",
            "movement",
            "coalition",
            "alliance",
            "office",
            "bureau",
            "board",
            "panel",
            "force",
            "police",
            "church",
            "society",
            "charity",
            "campaign",
            "studio",
            "label",
            "corporation",
            "business",
            "developer",
            "publisher",
            "watchdog",
            "regulator",
            "body",
            "center",
            "centre",
            "institution",
            "laboratory",
            "museum",
            "parliament",
            "senate",
            "embassy",
            "mission",
            "program",
            "fund",
            "authority",
            "daily",
            "outlet",
            "militia",
            "rebels",
            "militants",
            "separatists",
            "guerrillas");

    /** "Trump's lawyer", "officials of the bank": a person never is the one named beside it. */
    boolean isSomebodyElse() {
        return this == PERSON || this == PEOPLE || this == OTHER;
    }

    /** A body acts by people, and is none. */
    boolean isBody() {
        return this == GOVERNMENT || this == BODY;
    }

    static AnaphorKind of(String head, String tag) {
        return switch (head) {
            case "he", "she", "him", "her", "his", "himself", "herself" -> HE;
            case "it", "its", "itself" -> IT;
            case "they", "their", "them", "both" -> THEY;
            case "we", "our", "us" -> WE;
            default -> ofNoun(head, tag);
        };
    }

    private static AnaphorKind ofNoun(String head, String tag) {
        if (SPEAKING_FOR.contains(head)) {
            return SPOKESMAN;
        }
        if (GOVERNMENTS.contains(head)) {
            return GOVERNMENT;
        }
        if (DOCUMENTS.contains(head)) {
            return DOCUMENT;
        }
        if (BODIES.contains(head)) {
            return BODY;
        }
        if (tag.endsWith("S")) {
            return PEOPLE;
        }
        return tag.startsWith("NN") ? PERSON : OTHER;
    }
}
