package org.onrecord.api.entity;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PersonNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Anne-Marie Holt-Baxter | Holt-Baxter | Holt | Baxter | holt baxter | Anne Marie Holt Baxter",
                "Caroline van den Berg | van den Berg | den Berg | Berg | Van Den Berg | Caroline van den Berg",
                "Khalid al-Harithi | al-Harithi | Al Harithi | Harithi | Khalid al-Harithi | al-Harithi",
                "Mícheál Ó Dálaigh | Ó Dálaigh | O'Dalaigh | Dalaigh | O Dálaigh | Micheal Ó Dálaigh",
                "Nuala O'Keefe | O'Keefe | O Keefe | Keefe | OKeefe | Nuala O’Keefe",
                "John Tarrant Jr. | John Tarrant | Tarrant | John Tarrant, Jr. | Tarrant Jr | john tarrant jr",
                "Ruth Abel, PhD | Ruth Abel | Abel | Ruth Abel PhD | abel phd | Ruth Abel, PhD",
                "Lt Gen Sir Peter Hallam | Peter Hallam | Sir Peter Hallam | Hallam | Gen Sir Peter Hallam | hallam",
                "Garda Commissioner Niamh Tuohy | Niamh Tuohy | Commissioner Niamh Tuohy | Tuohy | tuohy | niamh tuohy",
                "Rosa Prieto Salgado | Prieto Salgado | Prieto | Salgado | Rosa Prieto Salgado | salgado",
                "Pío Lerma y Quiroga | Lerma y Quiroga | Lerma | Quiroga | lerma y quiroga | Pio Lerma y Quiroga",
                "Paul d'Estrange | d'Estrange | Estrange | D Estrange | Paul d’Estrange | destrange",
                "Fiona Mac Giolla | Mac Giolla | MacGiolla | Giolla | Fiona MacGiolla | mac giolla",
            })
    void aPersonIsFoundByEachPartOfTheSurnameWithoutTitlesAndSuffixes(
            String name, String a, String b, String c, String d, String e) {
        assertThat(PersonName.keys(name))
                .contains(NameKey.of(a), NameKey.of(b), NameKey.of(c), NameKey.of(d), NameKey.of(e));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Anne-Marie Holt-Baxter | anne | marie | anne marie",
                "Caroline van den Berg | van | den | caroline",
                "John Tarrant Jr. | jr | john | tarrant john",
                "Sir Peter Hallam | peter | sir | sir peter",
                "William James Moss | james | william | william james",
                "John F. Moss | f | john | john f",
                "Khalid al-Harithi | al | khalid | khalid al",
            })
    void nobodyIsFoundByAGivenNameATitleOrAParticleAlone(String name, String a, String b, String c) {
        assertThat(PersonName.keys(name)).doesNotContain(a, b, c);
    }

    @Test
    void aNameOfOneWordIsFoundByIt() {
        assertThat(PersonName.keys("Osei")).containsExactly("osei");
        assertThat(PersonName.keys("Mx")).containsExactly("mx");
        assertThat(PersonName.keys("…")).isEmpty();
    }

    @Test
    void aNameWithoutEndMakesFewKeys() {
        assertThat(PersonName.keys("Ab-cd ".repeat(500))).hasSizeLessThan(40);
        assertThat(PersonName.keys("a-".repeat(5000) + " b")).hasSizeLessThan(40);
        assertThat(PersonName.keys("Xy " + "ab-".repeat(5000))).hasSizeLessThan(40);
    }

    @ParameterizedTest
    @CsvSource({
        "mr osei, osei",
        "lt gen sir peter hallam, peter hallam",
        "senator moss, moss",
        "prince harry, prince harry",
        "king charles, king charles",
        "dr, dr",
        "peter hallam, peter hallam",
    })
    void titlesOfWhoIsAskedForDoNotMatter(String asked, String key) {
        assertThat(PersonName.withoutTitles(asked)).isEqualTo(key);
    }
}
