package org.onrecord.chassis.door;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class JsonTypeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON",
                "application/json;charset=utf-8",
                "application/json ; charset=\"UTF-8\"",
                "application/json; charset=us-ascii",
                "application/json;",
                "application/json; version=1; charset=utf8",
                "application/json; profile=\"a; b\""
            })
    void jsonIsJson(String type) {
        assertThat(JsonType.isSaidBy(List.of(type))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text/plain",
                "text/plain; application/json",
                "text/plain;charset=application/json",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=application/json",
                "text/json",
                "application/jsonp",
                "application/json, text/plain",
                "application/json; charset=utf-16",
                "application/json; charset=iso-8859-1",
                "application/json; charset=utf-8; charset=utf-16",
                "application/json; charset=",
                "application/json; =",
                "application/json charset=utf-8",
                "application/ json",
                "application/*",
                "*/*",
                "json",
                // Each space could belong to the semicolon before it or after it.
                "application/json; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ; ="
            })
    void nothingElseIs(String type) {
        assertThat(JsonType.isSaidBy(List.of(type))).isFalse();
    }

    @Test
    void noneAndTwoAreNot() {
        assertThat(JsonType.isSaidBy(List.of())).isFalse();
        assertThat(JsonType.isSaidBy(List.of("application/json", "text/plain"))).isFalse();
        assertThat(JsonType.isSaidBy(List.of("application/json; a=" + "b".repeat(100_000))))
                .isFalse();
    }
}
