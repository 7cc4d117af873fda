package org.onrecord.api.web.frame;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

import org.onrecord.chassis.event.WireName;
import org.onrecord.contracts.OutcomeReason;

/** What became of a page at a stage, in a sentence. */
public final class OutcomeWords {

    /** One of ours; hyphens elsewhere are those of an address or a text. */
    private static final Pattern WORD = Pattern.compile("[a-z-]+");

    private OutcomeWords() {}

    /** @param name as it is told on the wire; empty if there is none such */
    public static Optional<String> of(String name) {
        return Arrays.stream(OutcomeReason.values())
                .filter(reason -> WireName.of(reason).equals(name))
                .findFirst()
                .map(OutcomeWords::of);
    }

    /**
     * The particulars of an outcome, in words.
     *
     * @param detail as it is told on the wire: a word for a cause, or a text
     */
    public static String detail(String detail) {
        return switch (detail) {
            case "no-text" -> "no running text";
            case "listing" -> "a list of other pages";
            case "offer" -> "something that is sold or offered";
            case "gallery" -> "pictures and captions only";
            case "error-page" -> "the server's error page";
            case "wall" -> "a consent wall or a check for robots";
            case "empty" -> "nothing in it";
            case "binary" -> "binary data";
            case "content-type" -> "neither HTML nor plain text";
            default -> WORD.matcher(detail).matches() ? detail.replace('-', ' ') : detail;
        };
    }

    public static String of(OutcomeReason reason) {
        return switch (reason) {
            case FETCHED -> "The page was fetched.";
            case REFUSED_ADDRESS ->
                "The address may not be fetched: it is on a local network, or not a normal web address.";
            case UNKNOWN_HOST -> "The host has no public address.";
            case REFUSED_BY_ROBOTS -> "The site's robots.txt forbids it.";
            case REFUSED_BY_PAGE -> "The page asks not to be used so, and this Onrecord respects that.";
            case TIMED_OUT -> "It took too long.";
            case TOO_LARGE -> "The page is too large.";
            case TOO_MANY_REDIRECTS -> "It leads from one address to the next without end.";
            case HTTP_ERROR -> "The site answered with an error.";
            case CONNECTION_FAILED -> "The site could not be reached.";
            case NOT_MODIFIED -> "The page is the same as when it was fetched last.";
            case STILL_FRESH -> "The site said that the page would not have changed yet, so it was not asked again.";
            case UNSUPPORTED_CONTENT -> "This is not a web page that can be read.";
            case EXTRACTED -> "The article was read out of the page.";
            case NOT_AN_ARTICLE -> "The page holds no article.";
            case TOO_LONG -> "The text is too long.";
            case ANALYSED -> "Names and statements were read in it.";
            case UNSUPPORTED_LANGUAGE -> "It is stored, but in a language in which statements are not read.";
            case STORED -> "It is stored, and can be searched.";
            case TAKEN_DOWN -> "It was taken down, and is not read again.";
            case FAILED -> "Something broke: the log of this stage says what.";
        };
    }
}
