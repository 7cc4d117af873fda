package org.onrecord.api.person;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WalkTest {

    @ParameterizedTest
    @CsvSource({
        "us secretary of state, PUBLIC_OFFICE",
        "manchester united striker, SPORT",
        "cricketer turned prime minister, SPORT PUBLIC_OFFICE",
        "ceo, BUSINESS",
        "the times columnist, PRESS",
        "captain, ''",
        "president, ''",
        "mr, ''",
    })
    void aRoleTellsOfAWalkOfLife(String role, String walks) {
        Set<Walk> expected = Arrays.stream(walks.split(" "))
                .filter(walk -> !walk.isEmpty())
                .map(Walk::valueOf)
                .collect(Collectors.toSet());

        assertThat(Walk.of(role)).isEqualTo(expected);
    }
}
