package org.onrecord.benchmarks.answering;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A quote of words like those of {@link NewsGenerator}: thirty that every second one has, and numbers that few have.
 *
 * @param speaker number of whoever says it, skewed as there
 */
record MadeUpQuote(UUID id, String text, String context, int speaker, Instant date) {

    private static final List<String> WORDS = List.of(
            "harbour council talks budget election minister strike treaty border energy school hospital court police climate market railway bridge water housing trade army peace vote law tax union farm coast island"
                    .split(" "));
    private static final int LENGTH = 18;
    private static final int CONTEXT = 12;
    private static final int NUMBER_EVERY = 7;
    private static final int QUOTES_OF_AN_ARTICLE = 5;
    private static final int SPEAKERS = 200_000;
    private static final Instant FIRST = Instant.parse("2014-01-01T00:00:00Z");
    private static final int MINUTES = 4_000_000;
    private static final int STEP = 7919;

    static MadeUpQuote of(int number) {
        Random random = new Random(number);
        String text = words(random, LENGTH);
        return new MadeUpQuote(
                new UUID(random.nextLong(), random.nextLong()),
                text,
                text + " " + words(random, CONTEXT),
                (int) (SPEAKERS * Math.pow(random.nextDouble(), 3)),
                FIRST.plus((long) (number / QUOTES_OF_AN_ARTICLE) * STEP % MINUTES, ChronoUnit.MINUTES));
    }

    private static String words(Random random, int many) {
        return IntStream.rangeClosed(1, many)
                .mapToObj(n -> WORDS.get(random.nextInt(WORDS.size()))
                        + (n % NUMBER_EVERY == 0 ? " " + random.nextInt(WordEngines.NUMBERS) : ""))
                .collect(Collectors.joining(" "));
    }
}
