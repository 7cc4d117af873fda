package org.onrecord.api.person;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A walk of life, as a role tells of it. "Labour MP John Smith" and "striker John Smith" are not one, unless an article says
 * that he was both ("former cricketer and prime minister Imran Khan") or the same company is around them.
 */
enum Walk {
    PUBLIC_OFFICE("premier minister chancellor secretary senator congressman congresswoman mp mep mayor"
            + " governor ambassador envoy diplomat councillor councilman councilwoman alderman lawmaker legislator"
            + " politician taoiseach "
            + " colonel lieutenant sergeant admiral commander soldier judge justice prosecutor"
            + " attorney lawyer barrister solicitor magistrate sheriff detective inspector constable "
            + " parliamentarian undersecretary"),
    SPORT(
            "footballer striker midfielder defender goalkeeper winger forward coach quarterback linebacker pitcher batsman"
                    + " bowler cricketer golfer jockey boxer swimmer sprinter cyclist skier athlete player "
                    + " tennis rugby hockey basketball baseball olympian racer umpire referee midfield"),
    ARTS(
            "actor actress singer songwriter musician guitarist drummer pianist violinist conductor composer rapper painter"
                    + " sculptor novelist poet playwright filmmaker comedian dancer choreographer architect"
                    + " photographer illustrator soprano tenor screenwriter"),
    BUSINESS("businessman businesswoman banker executive ceo cfo founder entrepreneur investor trader economist analyst"
            + " shareholder industrialist tycoon"),
    LEARNING("professor lecturer scientist researcher physicist chemist biologist historian scholar mathematician "
            + " surgeon physician epidemiologist psychologist psychiatrist astronomer philosopher"),
    PRESS("journalist reporter correspondent editor columnist broadcaster presenter anchor"),
    FAITH("bishop archbishop cardinal pope priest imam rabbi pastor reverend vicar ayatollah monk nun");

    private final Set<String> words;

    Walk(String words) {
        this.words = Set.copyOf(Arrays.stream(words.split(" ")).collect(Collectors.toSet()));
    }

    /** All that a normalised role tells of; none where it tells of no single one ("captain" is of the army and of a team). */
    static Set<Walk> of(String role) {
        EnumSet<Walk> walks = EnumSet.noneOf(Walk.class);
        for (String word : role.split(" ")) {
            EnumSet<Walk> ofWord = EnumSet.noneOf(Walk.class);
            for (Walk walk : values()) {
                if (walk.words.contains(word)) {
                    ofWord.add(walk);
                }
            }
            if (ofWord.size() == 1) {
                walks.addAll(ofWord);
            }
        }
        return walks;
    }
}
