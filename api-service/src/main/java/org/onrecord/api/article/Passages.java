package org.onrecord.api.article;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.onrecord.api.database.Replicated;
import org.onrecord.api.quote.Highlight;
import org.onrecord.api.search.WordQuestion;
import org.onrecord.api.search.WordSearch;
import org.onrecord.database.Database;
import org.onrecord.database.Sql;

/** Finds the passages of articles in which words stand. Blocks; thread-safe. */
@ApplicationScoped
class Passages {

    /** A paragraph that is longer may be made to keep PostgreSQL's parser busy for minutes. */
    private static final int LONGEST = 2000;

    private static final int READ = 20_000;

    private final Database database;

    Passages(@Replicated Database database) {
        this.database = database;
    }

    /** The same articles, each with the passage that has the most of the words; those without where it is in none. */
    List<ArticleSummary> with(String q, List<ArticleSummary> articles) {
        Sql paragraphs = new Sql()
                .add("SELECT a.article_id, p.words, ts_headline('english', plain_letters(p.words), " + WordSearch.WORDS)
                .add(
                        ", 'HighlightAll=true, StartSel=" + Highlight.OPEN + ", StopSel=" + Highlight.CLOSE
                                + "') AS marked",
                        WordQuestion.of(q))
                .add("FROM article a JOIN article_version v USING (article_id, version, extractor)")
                .add("CROSS JOIN LATERAL unnest(string_to_array(left(v.text, ?), E'\\n\\n'))", READ)
                .add("WITH ORDINALITY AS p (words, no)")
                .add(
                        "WHERE a.article_id = ANY (?)",
                        articles.stream().map(ArticleSummary::id).toList())
                .add("AND length(p.words) <= ? ORDER BY p.no", LONGEST);
        Map<UUID, Passage> best = new HashMap<>();
        database.list(paragraphs, row -> {
            String words = row.getColumn("words", String.class);
            List<Highlight> found = Highlight.of(words, row.getColumn("marked", String.class));
            if (!found.isEmpty()) {
                best.merge(
                        row.getColumn("article_id", UUID.class),
                        new Passage(words, found),
                        (one, other) ->
                                other.highlights().size() > one.highlights().size() ? other : one);
            }
            return found;
        });
        return articles.stream()
                .map(article -> best.containsKey(article.id()) ? article.with(best.get(article.id())) : article)
                .toList();
    }
}
