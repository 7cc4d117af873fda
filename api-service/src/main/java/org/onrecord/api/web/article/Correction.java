package org.onrecord.api.web.article;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.onrecord.api.quote.Quote;
import org.onrecord.api.review.QuoteDecision;
import org.onrecord.api.review.QuoteDecision.NamedSpeaker;
import org.onrecord.api.web.frame.Shown;
import org.onrecord.chassis.event.WireName;

/**
 * The form that corrects a statement, as it was sent: with the fields that were left as they were.
 *
 * @param text the words
 * @param speakers names, divided by semicolons; blank where the article does not show who said it
 * @param naming words of the article that name the speaker, where there is one
 * @param stance as it is stored
 */
record Correction(
        @Nullable String text,
        @Nullable String speakers,
        @Nullable String naming,
        @Nullable String stance) {

    /** What it changes; with nothing changed it confirms. */
    QuoteDecision of(Quote before, ArticleViews views, Optional<String> note) {
        Optional<String> words = changed(text, Shown.words(before.text()));
        Optional<String> names = changed(speakers, views.names(before));
        Optional<String> place = changed(naming, views.naming(before)).filter(each -> !each.isEmpty());
        Optional<String> does = changed(stance, WireName.of(before.stance()));
        if (words.isEmpty() && names.isEmpty() && place.isEmpty() && does.isEmpty()) {
            return QuoteDecision.of("confirmed", note);
        }
        List<NamedSpeaker> named = names.isPresent() || place.isPresent()
                ? named(names.orElseGet(() -> views.names(before)), place)
                : List.of();
        boolean nobody = names.filter(String::isEmpty).isPresent();
        return new QuoteDecision(
                Optional.of("corrected"),
                Optional.empty(),
                words,
                does,
                Optional.of(named),
                nobody ? Optional.of(true) : Optional.empty(),
                note);
    }

    private static List<NamedSpeaker> named(String names, Optional<String> place) {
        List<String> each = Stream.of(names.split(";"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        return each.stream()
                .map(name -> new NamedSpeaker(
                        Optional.of(name),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        each.size() == 1 ? place : Optional.empty()))
                .toList();
    }

    /** Browsers end the lines of a field otherwise than it had them. */
    private static Optional<String> changed(@Nullable String sent, String before) {
        return Optional.ofNullable(sent).map(Correction::plain).filter(now -> !now.equals(plain(before)));
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
