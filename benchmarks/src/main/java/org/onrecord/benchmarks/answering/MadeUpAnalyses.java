package org.onrecord.benchmarks.answering;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.onrecord.contracts.Analysis;
import org.onrecord.contracts.Article;
import org.onrecord.contracts.Block;
import org.onrecord.contracts.BlockKind;
import org.onrecord.contracts.Cue;
import org.onrecord.contracts.Entity;
import org.onrecord.contracts.EntityType;
import org.onrecord.contracts.Field;
import org.onrecord.contracts.Mention;
import org.onrecord.contracts.MentionKind;
import org.onrecord.contracts.Quote;
import org.onrecord.contracts.QuoteKind;
import org.onrecord.contracts.Span;
import org.onrecord.contracts.Speaker;

/**
 * Analyses of made-up articles of some 300 words with five quotes and some fifty mentions of fifteen people, organisations
 * and places, as the NLP service publishes them. A few of them are in very many articles, as in real news.
 */
final class MadeUpAnalyses {

    private static final String[] WORDS = {
        "harbour",
        "council",
        "talks",
        "budget",
        "election",
        "minister",
        "strike",
        "treaty",
        "border",
        "energy",
        "school",
        "hospital",
        "court",
        "police",
        "climate",
        "market",
        "railway",
        "bridge",
        "water",
        "housing",
        "trade",
        "army",
        "peace"
    };
    private static final int QUOTES = 5;
    private static final int CAST = 5;
    private static final int SENTENCES = 20;

    /** With it the most frequent of 20,000 people is in one article of thirty. */
    private static final double USUAL_SKEW = 2;

    private final int people;
    private final double skew;

    /** @param people how many different ones there are */
    MadeUpAnalyses(int people) {
        this(people, USUAL_SKEW);
    }

    /**
     * @param people how many different ones there are
     * @param skew the power of a uniform number by which one is chosen: the larger, the more often the first of them
     */
    MadeUpAnalyses(int people, double skew) {
        this.people = people;
        this.skew = skew;
    }

    Analysis of(long number, Instant fetchedAt) {
        return new Writer(number, fetchedAt).write();
    }

    private final class Writer {

        private final long number;
        private final Instant fetchedAt;
        private final Random random;
        private final StringBuilder text = new StringBuilder();
        private final Map<String, Entity> entities = new LinkedHashMap<>();
        private final List<Span> sentences = new ArrayList<>();
        private final List<Mention> mentions = new ArrayList<>();
        private final List<Quote> quotes = new ArrayList<>();
        private final UUID articleId;
        private final List<String> cast = new ArrayList<>();
        private final List<String> companies = new ArrayList<>();
        private final List<String> towns = new ArrayList<>();

        Writer(long number, Instant fetchedAt) {
            this.number = number;
            this.fetchedAt = fetchedAt;
            random = new Random(number);
            for (int i = 0; i < CAST; i++) {
                int person = skewed(people);
                cast.add("Given" + person % 97 + " Surname" + person % (people / 5));
                companies.add("Company " + skewed(people / 10));
                towns.add("Town " + skewed(people / 20));
            }
            articleId = id("article " + number);
        }

        Analysis write() {
            for (int i = 0; i < SENTENCES; i++) {
                int start = text.length();
                if (i < QUOTES) {
                    quote();
                } else {
                    mention(EntityType.PERSON, one(cast));
                    text.append(" of ");
                    mention(EntityType.ORGANISATION, one(companies));
                    text.append(" spoke in ");
                    mention(EntityType.PLACE, one(towns));
                    text.append(" of ").append(words(8)).append('.');
                }
                sentences.add(new Span(Field.TEXT, start, text.length()));
                text.append(i % 3 == 2 ? "\n\n" : " ");
            }
            return new Analysis(
                    article(),
                    "onrecord-nlp/1",
                    fetchedAt,
                    sentences,
                    List.copyOf(entities.values()),
                    mentions,
                    quotes);
        }

        private void quote() {
            int start = text.length();
            text.append('“').append(words(14)).append(",”");
            Span quoted = new Span(Field.TEXT, start, text.length());
            text.append(' ');
            Mention speaker = mention(EntityType.PERSON, one(cast));
            text.append(' ');
            Span cue = new Span(Field.TEXT, text.length(), text.length() + 4);
            text.append("said of ");
            mention(EntityType.PLACE, one(towns));
            text.append('.');
            quotes.add(new Quote(
                    id("quote " + number + " " + start),
                    QuoteKind.DIRECT,
                    List.of(quoted),
                    text.substring(quoted.start(), quoted.end()),
                    new Cue(cue, "said"),
                    new Speaker(speaker.span(), speaker.surface(), speaker.entityId()),
                    0.9,
                    "made-up"));
        }

        private Mention mention(EntityType type, String name) {
            Entity entity = entities.computeIfAbsent(
                    name,
                    any -> new Entity(
                            entities.size(),
                            type,
                            name,
                            List.of(),
                            type == EntityType.PERSON ? List.of(WORDS[name.length() % 3] + " spokesman") : List.of()));
            Span span = new Span(Field.TEXT, text.length(), text.length() + name.length());
            text.append(name);
            Mention mention = new Mention(entity.id(), MentionKind.NAME, span, name);
            mentions.add(mention);
            return mention;
        }

        private String one(List<String> of) {
            return of.get(random.nextInt(of.size()));
        }

        private int skewed(int many) {
            return (int) (many * Math.pow(random.nextDouble(), skew));
        }

        private String words(int many) {
            StringBuilder words = new StringBuilder();
            for (int i = 0; i < many; i++) {
                words.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
            }
            return words.toString();
        }

        private Article article() {
            String url = "https://site" + number % 500 + ".example/" + number;
            return new Article(
                    articleId,
                    "v1",
                    id("request " + number),
                    url,
                    url,
                    url,
                    "site" + number % 500 + ".example",
                    null,
                    words(8),
                    List.of("Ann Lee"),
                    fetchedAt,
                    null,
                    null,
                    "en",
                    null,
                    text.toString(),
                    List.of(new Block(BlockKind.PARAGRAPH, 0, text.length(), null)),
                    List.of(),
                    Map.of("title", "h1"),
                    fetchedAt,
                    "onrecord-extract/1",
                    null,
                    "%016x".formatted(random.nextLong()),
                    null);
        }

        private static UUID id(String name) {
            return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        }
    }
}
