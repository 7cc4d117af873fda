package org.onrecord.api.alert;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a mail tells. All words of strangers are on one line each, without controls.
 *
 * @param search the name of the saved search
 * @param count how many statements there are
 * @param told the first of them
 * @param more how many are not among {@code told}
 * @param searchLink to the page with all that answers the search
 * @param alertsLink to the page where the alert can be paused and removed
 */
public record Digest(String search, int count, List<Told> told, int more, String searchLink, String alertsLink) {

    /**
     * A statement.
     *
     * @param who said it, and how: "Mara Solheim (denied)"
     * @param words what was said
     * @param title of the article
     * @param site that printed it; "" if it is not known
     * @param date when it was printed, in ISO 8601; "" if that is not known
     * @param articleLink to the article; null if that is no address of the web
     * @param pageLink to the statement in its article, on our page
     */
    public record Told(
            String who,
            String words,
            String title,
            String site,
            String date,
            @Nullable String articleLink,
            String pageLink) {}

    /** What the mail is about, on one line. */
    public String subject() {
        return "Onrecord: " + (count == 1 ? "a new statement" : count + " new statements") + ": " + search;
    }
}
