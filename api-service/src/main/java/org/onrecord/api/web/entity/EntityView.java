package org.onrecord.api.web.entity;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.onrecord.api.web.frame.Day;
import org.onrecord.api.web.statement.Statement;
import org.onrecord.api.web.statement.TimeChart;

/**
 * A person, a body or a place.
 *
 * @param type person, organisation or place
 * @param said whether what it said is shown, and not what was said about it
 * @param saidLink to what it said
 * @param aboutLink to what was said about it
 * @param names others that articles give it
 * @param roles that articles give it
 * @param statements of this piece of the list
 * @param search link to the same list with all its filters
 * @param csv link to all of it
 * @param compare link to the page where others can be set beside it
 * @param reasons why mentions in several articles are taken for one
 * @param namesakes others who bear one of its names
 * @param related who and what is named in the same articles
 * @param sites that printed most of the list
 * @param editable whether the reader may set right who it is
 * @param editing where the forms go that do so
 * @param articlesHere those of the statements shown
 * @param decided what editors decided of the person, and holds
 */
public record EntityView(
        String name,
        String type,
        boolean said,
        String saidLink,
        String aboutLink,
        long quotesBy,
        long quotesAbout,
        long articles,
        Day first,
        Day last,
        List<Counted> names,
        List<Counted> roles,
        List<Statement> statements,
        @Nullable String next,
        String search,
        String csv,
        String compare,
        @Nullable TimeChart chart,
        List<Reason> reasons,
        List<Counted> namesakes,
        List<Counted> related,
        List<Counted> sites,
        boolean editable,
        String editing,
        List<Article> articlesHere,
        List<Decided> decided) {

    public boolean isOfOneDay() {
        return first.text().equals(last.text());
    }

    /** Something with the number of articles or statements that have it. */
    public record Counted(String text, long count, @Nullable String link) {}

    /** Why mentions are taken for one, and of how many articles. */
    public record Reason(String text, long articles) {}

    /** An article in which it may be somebody else. */
    public record Article(String id, String title, Day day) {}

    /** What an editor decided, in words, and by which id it is taken back. */
    public record Decided(String id, String text) {}
}
