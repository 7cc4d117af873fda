package org.onrecord.scraper.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;

import org.onrecord.egress.FetchResult;

/**
 * What the answer to a request for robots.txt means (RFC 9309). Pure.
 *
 * @param rules which paths are allowed, and the Crawl-delay
 * @param unreachable the failure for which nothing may be fetched; empty if there was an answer
 * @param bytes length of the file
 */
record Robots(BaseRobotRules rules, Optional<FetchResult> unreachable, int bytes) {

    /** RFC 9309 2.5: at least 500 kibibytes must be read; what follows is not. */
    private static final int MAX_BYTES = 512 << 10;

    private static final int TOO_MANY_REQUESTS = 429;

    static Robots of(FetchResult answer, String userAgent) {
        return switch (answer) {
            case FetchResult.Fetched fetched -> parsed(fetched, userAgent);
            // RFC 9309 2.3.1.3: a client error means that there are no rules. 429 says that the server is in trouble.
            case FetchResult.ErrorStatus error
            when error.status() < 500 && error.status() != TOO_MANY_REQUESTS -> allowing();
            // RFC 9309 2.3.1.2: redirects that lead nowhere may be taken as "no file".
            case FetchResult.TooManyRedirects lost -> allowing();
            case FetchResult.Refused refused -> allowing();
            case FetchResult.NotModified never -> allowing();
            case FetchResult.UnwantedType never -> allowing();
            case FetchResult.Barred never -> allowing();
            // RFC 9309 2.3.1.4: a server that cannot be asked must be assumed to forbid everything.
            case FetchResult.ErrorStatus error -> unreachable(error);
            case FetchResult.UnknownHost unknown -> unreachable(unknown);
            case FetchResult.TimedOut late -> unreachable(late);
            case FetchResult.TooLarge endless -> unreachable(endless);
            case FetchResult.Failed failed -> unreachable(failed);
        };
    }

    private static Robots parsed(FetchResult.Fetched fetched, String userAgent) {
        byte[] file = fetched.body().length <= MAX_BYTES ? fetched.body() : Arrays.copyOf(fetched.body(), MAX_BYTES);
        SimpleRobotRules rules = new SimpleRobotRulesParser(Long.MAX_VALUE, 0)
                .parseContent(fetched.url().toString(), file, "text/plain", List.of(productToken(userAgent)));
        return new Robots(rules, Optional.empty(), file.length);
    }

    /** The name that robots.txt files know a crawler by: {@code OnrecordBot/1.0 (+…)} is {@code onrecordbot}. */
    static String productToken(String userAgent) {
        return userAgent.split("[/ ]", 2)[0].toLowerCase(Locale.ROOT);
    }

    private static Robots allowing() {
        return new Robots(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL), Optional.empty(), 0);
    }

    private static Robots unreachable(FetchResult failure) {
        return new Robots(new SimpleRobotRules(RobotRulesMode.ALLOW_NONE), Optional.of(failure), 0);
    }

    boolean allows(URI url) {
        return rules.isAllowed(url.toString());
    }

    /** The sitemaps that the file names, whomever its rules are for. */
    List<String> sitemaps() {
        return rules.getSitemaps();
    }

    /** The Crawl-delay asked for; zero if none. */
    Duration crawlDelay() {
        return Duration.ofMillis(Math.max(0, rules.getCrawlDelay()));
    }
}
