package org.onrecord.database;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseAddressTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jdbc:postgresql://db.example:5433/onrecord                      | db.example:5433/onrecord
            jdbc:postgresql://db.example/onrecord?sslmode=verify-full       | db.example:5432/onrecord
            jdbc:postgresql://db.example/onrecord?user=me&password=secret   | db.example:5432/onrecord
            jdbc:postgresql://me:secret@db.example/onrecord                 | db.example:5432/onrecord
            jdbc:postgresql://one:5432,two:5432/onrecord                    | one:5432,two:5432/onrecord
            jdbc:postgresql://[::1]:5432/onrecord                           | [::1]:5432/onrecord
            jdbc:postgresql:onrecord                                        | localhost:5432/onrecord
            jdbc:h2:mem:secret                                              | a URL that is not jdbc:postgresql://HOST:PORT/NAME
            """)
    void itSaysWhereAndNotHowToGetIn(String url, String address) {
        assertThat(DatabaseAddress.of(url)).isEqualTo(address);
    }
}
