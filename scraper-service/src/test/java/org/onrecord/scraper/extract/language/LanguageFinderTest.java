package org.onrecord.scraper.extract.language;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LanguageFinderTest {
    private final LanguageFinder finder = new LanguageFinder();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | The council said on Monday that it would not build the bridge, and that the money was to be spent on the two schools by the river.
            de | Der Stadtrat teilte am Montag mit, dass die Brücke nicht gebaut wird und das Geld für die beiden Schulen am Fluss ausgegeben werden soll.
            fr | Le conseil a annoncé lundi que le pont ne sera pas construit et que l'argent ira aux deux écoles au bord de la rivière.
            id | Dewan kota mengatakan pada hari Senin bahwa jembatan itu tidak akan dibangun dan uangnya akan dipakai untuk dua sekolah di tepi sungai.
            he | מועצת העיר הודיעה ביום שני כי הגשר לא ייבנה וכי הכסף יופנה לשני בתי הספר שליד הנהר.
            """)
    void isFoundFromTheText(String language, String text) {
        assertThat(finder.find(text, Optional.empty())).isEqualTo(language);
    }

    @Test
    void isBelievedWhereTheTextIsTooShortToTell() {
        assertThat(finder.find("Oui.", Optional.of("fr-CA"))).isEqualTo("fr");
    }

    @Test
    void isUnknownWhereNothingTells() {
        assertThat(finder.find("1 2 3", Optional.empty())).isEqualTo(LanguageFinder.UNKNOWN);
    }
}
