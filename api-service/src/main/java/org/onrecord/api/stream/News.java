package org.onrecord.api.stream;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.jdbi.v3.core.JdbiException;

import org.onrecord.api.quote.Quote;
import org.onrecord.api.quote.QuoteFilter;
import org.onrecord.api.quote.QuoteQuery;
import org.onrecord.api.quote.QuoteRows;
import org.onrecord.api.search.WordSearch;
import org.onrecord.chassis.backing.DatabaseTrouble;
import org.onrecord.database.Database;
import org.onrecord.database.Sql;

/**
 * Finds which filters some quotes match: the quotes are read once for all filters, and compared in memory; only words are matched
 * by the database, each question for words once. So it costs as much for a thousand streams as for one, and little more for a
 * thousand filters. Thread-safe.
 */
@ApplicationScoped
public class News {

    private static final Logger LOG = Logger.getLogger(News.class);

    /** What is asked for words at once: some tens of milliseconds at the worst. */
    private static final int WORDS_AT_ONCE = 250;

    private final Database database;

    News(Database database) {
        this.database = database;
    }

    /** Which quotes of some are to be told to whom. */
    public record Matches(Map<UUID, Quote> quotes, Map<QuoteFilter, Set<UUID>> ofFilters) {}

    /**
     * @param ids of quotes; those that are not current any more match nothing
     * @param filters each once
     * @throws JdbiException if the database is away
     */
    public Matches among(Collection<UUID> ids, Set<QuoteFilter> filters) {
        Map<UUID, Quote> quotes = database.list(QuoteQuery.byIds(ids), QuoteRows::withArticle).stream()
                .collect(Collectors.toMap(Quote::id, Function.identity(), (one, other) -> one));
        Keys keys = filters.stream().anyMatch(QuoteFilter::isByName) && !quotes.isEmpty()
                ? keys(quotes.keySet())
                : new Keys(Map.of(), Map.of());
        Map<QuoteFilter, Set<UUID>> matches = new LinkedHashMap<>();
        for (QuoteFilter filter : filters) {
            Set<UUID> matching = quotes.values().stream()
                    .filter(quote -> filter.matches(quote, keys.speakers(quote.id()), keys.subjects(quote.id())))
                    .map(Quote::id)
                    .collect(Collectors.toSet());
            if (!matching.isEmpty()) {
                matches.put(filter, matching);
            }
        }
        keepThoseOfWords(matches);
        return new Matches(quotes, matches);
    }

    /**
     * Has the database read words, so that what it cannot read is refused when a stream begins, and not found in the midst of
     * everybody's.
     *
     * @throws JdbiException if it cannot
     */
    public void check(String words) {
        database.first(new Sql().add("SELECT numnode(" + WordSearch.WORDS + ") AS nodes", words), row -> true);
    }

    private void keepThoseOfWords(Map<QuoteFilter, Set<UUID>> matches) {
        Map<String, Set<UUID>> candidates = new LinkedHashMap<>();
        matches.forEach((filter, ids) -> filter.words()
                .ifPresent(words -> candidates
                        .computeIfAbsent(words, none -> new HashSet<>())
                        .addAll(ids)));
        Map<String, Set<UUID>> found = new HashMap<>();
        List<String> words = List.copyOf(candidates.keySet());
        for (int first = 0; first < words.size(); first += WORDS_AT_ONCE) {
            List<String> some = words.subList(first, Math.min(words.size(), first + WORDS_AT_ONCE));
            found.putAll(found(
                    some,
                    some.stream().flatMap(text -> candidates.get(text).stream()).collect(Collectors.toSet())));
        }
        matches.forEach((filter, ids) ->
                filter.words().ifPresent(text -> ids.retainAll(found.getOrDefault(text, Set.of()))));
    }

    /** One that takes too long, or fails, is found out by halves, and holds up nobody else. */
    private Map<String, Set<UUID>> found(List<String> words, Set<UUID> ids) {
        try {
            return ofWords(words, ids);
        } catch (JdbiException e) {
            DatabaseTrouble trouble = DatabaseTrouble.of(e);
            if (trouble == DatabaseTrouble.AWAY || trouble == DatabaseTrouble.PASSING) {
                throw e;
            }
            if (words.size() == 1) {
                LOG.warnf("words cannot be looked for, nothing is told of, trouble=%s", trouble);
                return Map.of();
            }
            int half = words.size() / 2;
            Map<String, Set<UUID>> found = new HashMap<>(found(words.subList(0, half), ids));
            found.putAll(found(words.subList(half, words.size()), ids));
            return found;
        }
    }

    private Map<String, Set<UUID>> ofWords(List<String> words, Set<UUID> ids) {
        // Each question is read once, not for each quote.
        Sql sql = new Sql()
                .add(
                        "WITH asked AS MATERIALIZED (SELECT no, to_tsquery('english', plain_letters(words)) AS words FROM (VALUES");
        for (int i = 0; i < words.size(); i++) {
            sql.add(i == 0 ? "(?::int, ?)" : ", (?::int, ?)", i, words.get(i));
        }
        sql.add(") AS listed (no, words))").add("""
                        SELECT asked.no, q.quote_id FROM quote q JOIN asked ON q.search @@ asked.words
                        WHERE q.current AND q.quote_id = ANY (?)""", ids).skewed();
        Map<String, Set<UUID>> found = new HashMap<>();
        database.list(
                        sql,
                        row -> Map.entry(
                                words.get(row.getColumn("no", Integer.class)), row.getColumn("quote_id", UUID.class)))
                .forEach(hit -> found.computeIfAbsent(hit.getKey(), none -> new HashSet<>())
                        .add(hit.getValue()));
        return found;
    }

    /** Under which names and ids quotes are found. */
    private record Keys(Map<UUID, Set<String>> ofSpeakers, Map<UUID, Set<String>> ofSubjects) {
        Set<String> speakers(UUID quote) {
            return ofSpeakers.getOrDefault(quote, Set.of());
        }

        Set<String> subjects(UUID quote) {
            return ofSubjects.getOrDefault(quote, Set.of());
        }
    }

    private record Name(UUID quote, boolean isSpeaker, String key) {}

    private Keys keys(Collection<UUID> ids) {
        List<Name> names = database.list(
                new Sql().add("""
                                SELECT n.quote_id, n.role = 'speaker' AS is_speaker, n.key
                                FROM quote q JOIN quote_name n ON n.analysis_id = q.analysis_id AND n.quote_id = q.quote_id
                                WHERE q.current AND n.current AND q.quote_id = ANY (?)""", ids),
                row -> new Name(
                        row.getColumn("quote_id", UUID.class),
                        row.getColumn("is_speaker", Boolean.class),
                        row.getColumn("key", String.class)));
        return new Keys(byQuote(names, true), byQuote(names, false));
    }

    private static Map<UUID, Set<String>> byQuote(List<Name> names, boolean areSpeakers) {
        return names.stream()
                .filter(name -> name.isSpeaker() == areSpeakers)
                .collect(Collectors.groupingBy(Name::quote, Collectors.mapping(Name::key, Collectors.toSet())));
    }
}
