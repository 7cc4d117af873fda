package org.onrecord.scraper.rights;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.onrecord.contracts.Rights;
import org.onrecord.contracts.RobotsVerdict;
import org.onrecord.egress.Headers;

/** From an answer and its host's robots.txt to what the site says of the page's use. Pure. */
public final class RightsReader {

    private static final String RESERVATION = "tdm-reservation";
    private static final String POLICY = "tdm-policy";

    private RightsReader() {}

    /**
     * @param agent what robots.txt files know this crawler by, in lower case
     * @param robots how robots.txt came to allow the fetch
     * @param barredAgents whom it bars
     */
    public static Rights read(
            Headers headers, byte[] page, String agent, RobotsVerdict robots, List<String> barredAgents) {
        PageHead head = PageHead.of(page);
        List<String> directives = Stream.of(
                        RobotsDirectives.inHeaders(headers.all("X-Robots-Tag"), agent),
                        head.contents("robots").stream().flatMap(RobotsDirectives::inContent),
                        head.contents(agent).stream().flatMap(RobotsDirectives::inContent))
                .flatMap(rules -> rules)
                .distinct()
                .sorted()
                .toList();
        // TDM Reservation Protocol (W3C community group, 2024): what the page says goes before its headers.
        Optional<Boolean> reserved = head.contents(RESERVATION).stream()
                .findFirst()
                .or(() -> headers.first(RESERVATION))
                .flatMap(RightsReader::reserved);
        Optional<String> policy = head.contents(POLICY).stream()
                .findFirst()
                .or(() -> headers.first(POLICY).map(String::strip));
        return new Rights(
                robots,
                barredAgents,
                directives,
                reserved.orElse(null),
                policy.filter(url -> url.matches("https?://\\S{1,2000}")).orElse(null),
                head.accessibleForFree().orElse(null));
    }

    private static Optional<Boolean> reserved(String value) {
        return switch (value.strip()) {
            case "1" -> Optional.of(true);
            case "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
