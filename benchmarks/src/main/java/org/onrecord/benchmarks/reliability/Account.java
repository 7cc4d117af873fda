package org.onrecord.benchmarks.reliability;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.onrecord.local.server.EmbeddedPostgresql;

/** What became of every article that was asked for, by the tables. */
final class Account {

    private final EmbeddedPostgresql database;

    Account(EmbeddedPostgresql database) {
        this.database = database;
    }

    long stored() throws SQLException {
        return number("SELECT count(*) FROM outcome_by_month WHERE stage = 'store' AND reason = 'stored'");
    }

    /** The addresses of the pages whose articles are stored. */
    Set<String> urls() throws SQLException {
        Set<String> urls = new HashSet<>();
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT url FROM article")) {
            while (rows.next()) {
                urls.add(rows.getString(1));
            }
        }
        return urls;
    }

    /** How many articles have not each of their quotes once, in the tables and in the log that listeners are told from. */
    long wrongArticles(long quotes) throws SQLException {
        return number("SELECT count(*) FROM (SELECT a.article_id FROM article a LEFT JOIN quote q USING (article_id)"
                + " LEFT JOIN quote_log_by_day l USING (quote_id) GROUP BY 1 HAVING count(DISTINCT q.quote_id) <> "
                + quotes
                + " OR count(l.quote_id) <> " + quotes + " OR count(DISTINCT q.analysis_id) <> 1) AS wrong");
    }

    /** How many quotes the article has that was stored first. */
    long quotesOfOne() throws SQLException {
        return number("SELECT count(*) FROM quote WHERE article_id = (SELECT article_id FROM article LIMIT 1)");
    }

    /**
     * What is not as it should be, by name, with how often.
     *
     * @param requests how many pages were asked for, each once, each an article
     * @param quotes how many quotes each of them has
     */
    Map<String, Long> faults(long requests, long quotes) throws SQLException {
        Map<String, Long> faults = new LinkedHashMap<>();
        faults.put(
                "requests without an outcome 'stored'",
                requests
                        - number("SELECT count(DISTINCT request_id) FROM outcome_by_month"
                                + " WHERE stage = 'store' AND reason = 'stored'"));
        faults.put("articles missing or too many", Math.abs(requests - number("SELECT count(*) FROM article")));
        faults.put(
                "articles whose quotes are not each there once",
                number("SELECT count(*) FROM (SELECT a.article_id FROM article a LEFT JOIN quote q USING (article_id)"
                        + " GROUP BY 1 HAVING count(q.quote_id) <> " + quotes
                        + " OR count(DISTINCT q.analysis_id) <> 1) AS wrong"));
        faults.put(
                "quotes that listeners were not told of once",
                Math.abs(requests * quotes - number("SELECT count(*) FROM quote_log_by_day")));
        faults.put(
                "requests that were said to fail",
                number("SELECT count(DISTINCT request_id) FROM outcome_by_month"
                        + " WHERE reason NOT IN ('fetched', 'extracted', 'analysed', 'stored')"));
        faults.put(
                "requests with an outcome twice",
                number(
                        "SELECT count(*) FROM (SELECT 1 FROM outcome_by_month GROUP BY request_id, stage HAVING count(*) > 1)"
                                + " AS twice"));
        return faults;
    }

    private long number(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
