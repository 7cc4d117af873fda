package org.onrecord.scraper.publish;

import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HostTagsTest {

    @Test
    void theFirstHostsHaveTheirNamesAndTheOthersShareOne() {
        HostTags tags = new HostTags(2);

        assertThat(tags.of("https://www.courier.example/a")).isEqualTo("courier.example");
        assertThat(tags.of("https://herald.example/a")).isEqualTo("herald.example");
        assertThat(tags.of("https://tribune.example/a")).isEqualTo("other");
        assertThat(tags.of("https://news.courier.example/b")).isEqualTo("courier.example");
        assertThat(tags.of(null)).isEqualTo("none");
        assertThat(tags.of("no URL")).isEqualTo("none");
    }

    @Test
    void howeverManyHostsThereAreTheirNamesAreFew() {
        HostTags tags = new HostTags(10);
        Set<String> names = new HashSet<>();

        for (int host = 0; host < 10_000; host++) {
            names.add(tags.of("https://host" + host + ".example/a"));
        }

        assertThat(names).hasSize(11);
    }
}
