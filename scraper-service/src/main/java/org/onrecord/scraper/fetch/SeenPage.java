package org.onrecord.scraper.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

import org.onrecord.egress.Headers;

/**
 * What a server said of a page that was read.
 *
 * @param url as the asker wrote it
 * @param entityTag its ETag
 * @param lastModified its Last-Modified, as the server wrote it
 * @param fresh for how long it will not have changed, from now
 */
public record SeenPage(String url, Optional<String> entityTag, Optional<String> lastModified, Duration fresh) {

    /** Servers promise for days what an editor changes in an hour. */
    private static final Duration LONGEST_FRESH = Duration.ofMinutes(5);

    private static final int LONGEST_FIELD = 1_000;

    /** What is worth remembering; empty if nothing is, or the server forbids it (RFC 9111 5.2.2.5). */
    static Optional<SeenPage> of(String url, Headers headers) {
        boolean forbidden = headers.all("Cache-Control").stream()
                .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains("no-store"));
        SeenPage page = new SeenPage(
                url,
                headers.first("ETag").filter(SeenPage::isStorable),
                headers.first("Last-Modified").filter(SeenPage::isStorable),
                fresh(headers));
        boolean empty = page.entityTag().isEmpty()
                && page.lastModified().isEmpty()
                && page.fresh().isZero();
        return forbidden || empty ? Optional.empty() : Optional.of(page);
    }

    /** The same page, of which the server said again that it has not changed: fields that it left out stay. */
    SeenPage unchanged(Headers headers) {
        return new SeenPage(
                url,
                headers.first("ETag").filter(SeenPage::isStorable).or(() -> entityTag),
                headers.first("Last-Modified").filter(SeenPage::isStorable).or(() -> lastModified),
                fresh(headers));
    }

    /** What is left of a time that was stored: more than was ever promised was written by a clock that was ahead. */
    static Duration credible(Duration left) {
        return left.isNegative() || left.compareTo(LONGEST_FRESH) > 0 ? Duration.ZERO : left;
    }

    private static Duration fresh(Headers headers) {
        Duration promised =
                ServerWish.fresh(headers, Instant.now()).orElse(Duration.ZERO).minus(age(headers));
        if (promised.isNegative()) {
            return Duration.ZERO;
        }
        return promised.compareTo(LONGEST_FRESH) < 0 ? promised : LONGEST_FRESH;
    }

    /** RFC 9111 5.1: how long a cache on the way has had it already. */
    private static Duration age(Headers headers) {
        return headers.first("Age")
                .map(String::strip)
                .filter(age -> age.matches("\\d{1,9}"))
                .map(age -> Duration.ofSeconds(Long.parseLong(age)))
                .orElse(Duration.ZERO);
    }

    private static boolean isStorable(String value) {
        return value.length() <= LONGEST_FIELD && value.chars().noneMatch(Character::isISOControl);
    }
}
