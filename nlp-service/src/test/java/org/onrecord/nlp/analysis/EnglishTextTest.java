package org.onrecord.nlp.analysis;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class EnglishTextTest {
    private static final String ENGLISH = """
            The harbour board said on Tuesday that it would keep the night ferry until spring, although fewer people
            have taken it than in any year since the bridge was closed. Members will meet again in March, when the
            figures for the winter are known.""";
    private static final String GERMAN = """
            Der Hafenrat teilte am Dienstag mit, dass die Nachtfähre bis zum Frühjahr in Betrieb bleibt, obwohl sie
            seltener genutzt wird als in jedem Jahr seit der Sperrung der Brücke. Im März soll erneut beraten werden,
            sobald die Zahlen für den Winter vorliegen.""";
    private static final String DUTCH = """
            De havenraad zei dinsdag dat de nachtveer tot het voorjaar blijft varen, hoewel er minder mensen gebruik
            van maken dan in enig jaar sinds de brug is afgesloten. In maart wordt er opnieuw over gesproken, als de
            cijfers van de winter of van de herfst bekend zijn.""";
    private static final String DANISH = """
            Havnerådet sagde tirsdag, at natfærgen vil sejle indtil foråret, selv om færre har brugt den end i noget
            år siden broen blev lukket. Medlemmerne mødes igen i marts, når tallene for vinteren er kendt, og for at
            høre, hvad borgerne vil have.""";
    private static final String RESULTS = """
            Northport 3 Lower Quay 1. Eastbrook 0 Harbour Town 0. Millfield 2 Saltmarsh 2. Kings Lynnet 4 Overton 0.
            Ashby 1 Whitcombe Rovers 2. Stonebridge 0 Penwick Athletic 5. Marlow Vale 1 The Beacons 1.""";

    @ParameterizedTest
    @CsvSource({
        "en, ENGLISH, true",
        "en-GB, ENGLISH, true",
        "und, ENGLISH, true",
        "de, ENGLISH, true",
        "de, GERMAN, false",
        "und, GERMAN, false",
        "en, GERMAN, false",
        "und, DUTCH, false",
        "und, DANISH, false",
        "en, RESULTS, true",
        "fr, RESULTS, false",
    })
    void the_words_decide_and_where_they_do_not_the_declaration(String declared, String text, boolean english) {
        assertThat(EnglishText.is(declared, text(text))).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource({"en, true", "und, true", "'', true", "de, false", "zh, false"})
    void a_few_words_prove_nothing(String declared, boolean english) {
        assertThat(EnglishText.is(declared, "Goal!")).isEqualTo(english);
        assertThat(EnglishText.is(declared, "")).isEqualTo(english);
    }

    private static String text(String name) {
        return switch (name) {
            case "ENGLISH" -> ENGLISH;
            case "GERMAN" -> GERMAN;
            case "DUTCH" -> DUTCH;
            case "DANISH" -> DANISH;
            case "RESULTS" -> RESULTS;
            default -> throw new IllegalArgumentException(name);
        };
    }
}
