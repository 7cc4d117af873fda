package org.onrecord.scraper.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcReader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ErasureTest {

    /** About the longest block that is stored as it is, and two of them. */
    @ParameterizedTest
    @ValueSource(ints = {300, 1000, 65553, 65557, 65558, 65559, 65563, 65570, 131093, 131094, 131100, 3_000_000})
    void nothingIsARecordOfAnyLength(int length) throws IOException {
        byte[] member = Erasure.nothing(length);

        assertThat(member).hasSize(length);
        try (GZIPInputStream record = new GZIPInputStream(new ByteArrayInputStream(member))) {
            assertThat(record.readAllBytes()).hasSizeGreaterThan(200);
        }
        try (WarcReader records = new WarcReader(new ByteArrayInputStream(member))) {
            WarcMetadata record = (WarcMetadata) records.next().orElseThrow();
            assertThat(new String(record.body().stream().readAllBytes())).isBlank();
            assertThat(records.next()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 200})
    void whatIsShorterThanARecordIsNone(int length) {
        assertThatThrownBy(() -> Erasure.nothing(length)).isInstanceOf(IOException.class);
    }
}
