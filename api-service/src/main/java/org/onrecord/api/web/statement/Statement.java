package org.onrecord.api.web.statement;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.onrecord.api.web.frame.Day;

/**
 * A statement as a page shows it: once, with all places of this list that printed it.
 *
 * @param id of the quote that is shown
 * @param words what was said, in the sentence that reports it
 * @param kind how it is reported, in words
 * @param stance what the source does with the words; null where it just says them
 * @param voices who said it; empty where the article does not show it
 * @param unnamed why nobody is named; null where somebody is
 * @param percent how sure it is that words and speaker are right, 0 to 100
 * @param unsure whether that is so little that one should look
 * @param checked whether an editor has looked at it
 * @param utterance link to all its publications
 * @param printed where it was printed, the newest first; one at least
 */
public record Statement(
        String id,
        List<Sentence.Piece> words,
        String kind,
        @Nullable String stance,
        List<Voice> voices,
        @Nullable String unnamed,
        int percent,
        boolean unsure,
        boolean checked,
        String utterance,
        List<Printed> printed) {

    /**
     * Somebody who said it.
     *
     * @param name as full as the article gives it
     * @param link to their page; null where the article names nobody ("officials")
     * @param roles that the article gives them, in one line; "" for none
     */
    public record Voice(String name, @Nullable String link, String roles) {}

    /**
     * A place where it was printed.
     *
     * @param link to the words in the article
     * @param site null where the article was handed in without an address
     */
    public record Printed(
            String title, String link, @Nullable String site, Day day, boolean dated) {}

    public Printed first() {
        return printed.getFirst();
    }

    public List<Printed> others() {
        return printed.subList(1, printed.size());
    }
}
