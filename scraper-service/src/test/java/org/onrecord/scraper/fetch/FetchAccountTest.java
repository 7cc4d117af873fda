package org.onrecord.scraper.fetch;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.onrecord.contracts.OutcomeReason;
import org.onrecord.egress.FetchResult;
import org.onrecord.egress.FetchResult.Failure;
import org.onrecord.egress.FetchResult.Phase;
import org.onrecord.egress.Headers;
import org.onrecord.egress.Refusal;
import org.onrecord.egress.RefusalReason;
import org.onrecord.scraper.fetch.FetchAccount.Transience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class FetchAccountTest {
    private static final List<URI> CHAIN = List.of(URI.create("https://courier.example/story"));
    private static final Headers NONE = new Headers(List.of());

    static Stream<Arguments> ends() {
        return Stream.of(
                arguments(
                        new FetchResult.Failed(CHAIN, Failure.TLS, "PKIX path building failed"),
                        OutcomeReason.CONNECTION_FAILED,
                        "tls: PKIX path building failed",
                        Transience.LASTING),
                arguments(
                        new FetchResult.Failed(CHAIN, Failure.CONNECTION, "Connection reset"),
                        OutcomeReason.CONNECTION_FAILED,
                        "connection: Connection reset",
                        Transience.PASSING),
                arguments(
                        new FetchResult.Failed(CHAIN, Failure.CONTENT_CODING, "content coding zstd"),
                        OutcomeReason.CONNECTION_FAILED,
                        "content coding: content coding zstd",
                        Transience.LASTING),
                arguments(
                        new FetchResult.TooManyRedirects(CHAIN),
                        OutcomeReason.TOO_MANY_REDIRECTS,
                        "gave up at https://courier.example/story",
                        Transience.LASTING),
                arguments(
                        new FetchResult.UnknownHost(CHAIN, "courier.example"),
                        OutcomeReason.UNKNOWN_HOST,
                        "courier.example has no public address",
                        Transience.LASTING),
                arguments(
                        new FetchResult.TimedOut(CHAIN, Phase.FIRST_BYTE),
                        OutcomeReason.TIMED_OUT,
                        "while waiting: first byte",
                        Transience.PASSING),
                arguments(
                        new FetchResult.Refused(List.of(), new Refusal(RefusalReason.SCHEME, "scheme file")),
                        OutcomeReason.REFUSED_ADDRESS,
                        "scheme: scheme file",
                        Transience.LASTING),
                arguments(
                        new FetchResult.NotModified(CHAIN, NONE, Instant.EPOCH),
                        OutcomeReason.NOT_MODIFIED,
                        "HTTP status 304",
                        Transience.LASTING),
                arguments(
                        new FetchResult.ErrorStatus(CHAIN, 404, NONE),
                        OutcomeReason.HTTP_ERROR,
                        "HTTP status 404",
                        Transience.LASTING),
                arguments(
                        new FetchResult.ErrorStatus(CHAIN, 429, NONE),
                        OutcomeReason.HTTP_ERROR,
                        "HTTP status 429",
                        Transience.PASSING));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void whateverAFetchEndsInHasItsReason(
            FetchResult result, OutcomeReason reason, String detail, Transience transience) {
        assertThat(FetchAccount.of(result)).isEqualTo(new FetchAccount(reason, detail, transience));
    }
}
