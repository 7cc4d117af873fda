package org.onrecord.scraper;

/** Pages of our own writing. */
public final class Pages {

    public static final String FERRY_TITLE = "Island ferry to keep its winter timetable";

    public static final String FERRY_TEXT = """
            The island ferry will keep running through the winter, the harbour authority said on Tuesday, after \
            islanders had warned that a shorter timetable would cut the school off from its teachers.

            "Nobody will be left standing on the quay," said Marta Lindqvist, who has led the authority since spring. \
            She promised four crossings a day until the end of March.

            The council had planned to save two million crowns by cancelling the late boat. Its finance chief, Oskar \
            Brandt, called the decision "expensive but fair" and said that the money would come from the road budget.
            """;

    public static final String FERRY =
            """
            <!DOCTYPE html>
            <html lang="en">
            <head><title>%s - Harbour Herald</title></head>
            <body>
            <nav><a href="/">Home</a> <a href="/news">News</a> <a href="/sport">Sport</a></nav>
            <article>
            <h1>%s</h1>
            <p>%s</p>
            </article>
            <footer>© Harbour Herald</footer>
            </body>
            </html>
            """.formatted(FERRY_TITLE, FERRY_TITLE, FERRY_TEXT.strip().replace("\n\n", "</p>\n<p>"));

    private Pages() {}
}
