package org.onrecord.scraper.fetch;

import java.util.Locale;

import org.onrecord.contracts.OutcomeReason;
import org.onrecord.egress.FetchResult;
import org.onrecord.egress.FetchResult.Failure;

/**
 * How a fetch that brought no page is accounted for.
 *
 * @param detail the particulars in words for a person
 * @param transience whether asking again may help
 */
public record FetchAccount(OutcomeReason reason, String detail, Transience transience) {

    private static final int TOO_MANY_REQUESTS = 429;

    /** Whether asking again may help. */
    public enum Transience {
        LASTING,
        PASSING
    }

    /** @param result any but {@link FetchResult.Fetched} */
    public static FetchAccount of(FetchResult result) {
        return switch (result) {
            case FetchResult.Fetched fetched -> throw new IllegalArgumentException("a page was fetched");
            case FetchResult.CutOff cut ->
                new FetchAccount(OutcomeReason.CONNECTION_FAILED, "cut off: " + cut.detail(), Transience.PASSING);
            case FetchResult.NotModified same -> lasting(OutcomeReason.NOT_MODIFIED, "HTTP status 304");
            case FetchResult.ErrorStatus error ->
                new FetchAccount(OutcomeReason.HTTP_ERROR, "HTTP status " + error.status(), transience(error.status()));
            case FetchResult.UnwantedType other ->
                lasting(OutcomeReason.UNSUPPORTED_CONTENT, "content type " + other.mediaType());
            case FetchResult.Refused refused ->
                lasting(OutcomeReason.REFUSED_ADDRESS, refused.refusal().toString());
            case FetchResult.Barred barred -> lasting(OutcomeReason.REFUSED_BY_ROBOTS, barred.why());
            case FetchResult.UnknownHost unknown ->
                lasting(OutcomeReason.UNKNOWN_HOST, unknown.host() + " has no public address");
            case FetchResult.TimedOut late ->
                new FetchAccount(OutcomeReason.TIMED_OUT, "while waiting: " + words(late.phase()), Transience.PASSING);
            case FetchResult.TooLarge large ->
                lasting(OutcomeReason.TOO_LARGE, "%s over %,d bytes".formatted(words(large.part()), large.limit()));
            case FetchResult.TooManyRedirects lost ->
                lasting(
                        OutcomeReason.TOO_MANY_REDIRECTS,
                        "gave up at " + lost.chain().getLast());
            case FetchResult.Failed failed ->
                new FetchAccount(
                        OutcomeReason.CONNECTION_FAILED,
                        words(failed.failure()) + ": " + failed.detail(),
                        failed.failure() == Failure.CONNECTION ? Transience.PASSING : Transience.LASTING);
        };
    }

    private static FetchAccount lasting(OutcomeReason reason, String detail) {
        return new FetchAccount(reason, detail, Transience.LASTING);
    }

    private static Transience transience(int status) {
        return status == TOO_MANY_REQUESTS || status >= 500 ? Transience.PASSING : Transience.LASTING;
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
