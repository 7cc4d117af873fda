package org.onrecord.nlp.quote;

import java.util.Set;

/** Nouns for people and bodies that speak, in the singular; the plural is derived. */
final class SpeakingNouns {

    private static final Set<String> SINGULAR = Set.of(
            "spokesman", "spokeswoman", "spokesperson", "official", "source", "police", "aide", "adviser", "advisor",
            "minister", "president", "senator", "governor", "mayor", "secretary", "ambassador", "diplomat", "general",
            "officer", "judge", "lawyer", "attorney", "prosecutor", "analyst", "expert", "professor", "researcher",
            "scientist", "doctor", "economist", "author", "writer", "reporter", "journalist", "critic", "supporter",
            "opponent", "activist", "leader", "chairman", "chairwoman", "chief", "director", "executive", "manager",
            "candidate", "nominee", "strategist", "pollster", "democrat", "republican", "voter", "resident", "witness",
            "mother", "father", "son", "daughter", "wife", "husband", "man", "woman", "person", "people", "government",
            "ministry", "department", "agency", "committee", "council", "court", "company", "campaign", "party",
            "statement", "report", "newspaper", "paper", "study", "letter", "survey", "poll", "group", "organization",
            "organisation", "union", "administration", "office", "commission", "team", "authority", "owner", "member",
            "lawmaker", "congressman", "congresswoman", "representative", "speaker", "veteran", "teacher", "student",
            "pastor", "bishop", "historian", "moderator", "host", "anchor", "insider", "operative", "friend", "brother",
            "sister", "parent", "investigator", "commander", "soldier", "commentator", "columnist", "magazine", "website",
            "blogger", "businessman", "billionaire", "mogul", "politician", "delegate", "donor", "coach", "player");

    private SpeakingNouns() {}

    static boolean contains(String noun) {
        return SINGULAR.contains(noun)
                || noun.endsWith("men") && SINGULAR.contains(noun.substring(0, noun.length() - 3) + "man")
                || noun.endsWith("ies") && SINGULAR.contains(noun.substring(0, noun.length() - 3) + "y")
                || noun.endsWith("s") && SINGULAR.contains(noun.substring(0, noun.length() - 1))
                || noun.endsWith("es") && SINGULAR.contains(noun.substring(0, noun.length() - 2));
    }
}
