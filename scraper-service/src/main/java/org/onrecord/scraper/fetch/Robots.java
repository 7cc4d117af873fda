package org.onrecord.scraper.fetch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRule;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;

import org.onrecord.contracts.RobotsVerdict;
import org.onrecord.egress.FetchResult;
import org.onrecord.scraper.rights.MiningAgents;

/**
 * What the answer to a request for robots.txt means (RFC 9309). Pure.
 *
 * @param rules which paths are allowed, and the Crawl-delay
 * @param unreachable the failure for which nothing may be fetched; empty if there was an answer
 * @param bytes length of the file
 * @param miners the rules for those crawlers of AI and text mining that the file names, and for {@code *}
 */
record Robots(BaseRobotRules rules, Optional<FetchResult> unreachable, int bytes, Map<String, BaseRobotRules> miners) {

    private static final String ALL_OTHERS = "*";
    /** The file is read once for each crawler it names. */
    private static final int MAX_BYTES_FOR_MINERS = 64 << 10;

    /** RFC 9309 2.5: at least 500 kibibytes must be read; what follows is not. */
    private static final int MAX_BYTES = 512 << 10;

    /** What an entry of a list takes besides its characters. */
    private static final int ENTRY_BYTES = 100;
    /**
     * Characters that may be compared to find a path in rules with wildcards, which takes the product of their lengths: ten
     * times what the largest files of news sites take.
     */
    private static final long MOST_COMPARED = 1 << 26;

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
            // What is missing may be what forbids.
            case FetchResult.CutOff cut -> unreachable(cut);
            case FetchResult.Failed failed -> unreachable(failed);
        };
    }

    private static Robots parsed(FetchResult.Fetched fetched, String userAgent) {
        byte[] file = fetched.body().length <= MAX_BYTES ? fetched.body() : Arrays.copyOf(fetched.body(), MAX_BYTES);
        String text = new String(file, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        String name = productToken(userAgent);
        BaseRobotRules others = rules(fetched.url(), file, List.of());
        BaseRobotRules own = text.contains(name) ? rules(fetched.url(), file, List.of(name)) : others;
        Map<String, BaseRobotRules> miners = new LinkedHashMap<>();
        for (String agent : MiningAgents.NAMES) {
            String lowerCase = agent.toLowerCase(Locale.ROOT);
            if (file.length <= MAX_BYTES_FOR_MINERS && text.contains(lowerCase)) {
                miners.put(agent, rules(fetched.url(), file, List.of(lowerCase)));
            }
        }
        if (file.length > 0) {
            miners.put(ALL_OTHERS, others);
        }
        return new Robots(own, Optional.empty(), file.length, Collections.unmodifiableMap(miners));
    }

    private static BaseRobotRules rules(URI url, byte[] file, List<String> agents) {
        return new SimpleRobotRulesParser(Long.MAX_VALUE, 0).parseContent(url.toString(), file, "text/plain", agents);
    }

    RobotsVerdict verdict() {
        return bytes == 0 ? RobotsVerdict.NO_RULES : RobotsVerdict.ALLOWED;
    }

    /** Crawlers of AI and text mining that may not fetch a page; the file names them, or bars all that it does not name. */
    List<String> barredMiners(URI url) {
        return miners.entrySet().stream()
                .filter(miner -> !allows(miner.getValue(), url))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The name that robots.txt files know a crawler by: {@code OnrecordBot/1.0 (+…)} is {@code onrecordbot}. */
    static String productToken(String userAgent) {
        return userAgent.split("[/ ]", 2)[0].toLowerCase(Locale.ROOT);
    }

    private static Robots allowing() {
        return new Robots(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL), Optional.empty(), 0, Map.of());
    }

    private static Robots unreachable(FetchResult failure) {
        return new Robots(new SimpleRobotRules(RobotRulesMode.ALLOW_NONE), Optional.of(failure), 0, Map.of());
    }

    boolean allows(URI url) {
        return allows(rules, url);
    }

    /** Rules that are made to take time allow nothing: what they mean is not known. */
    private static boolean allows(BaseRobotRules rules, URI url) {
        String text = url.toString();
        long wildcards = ruleset(rules).stream()
                .map(RobotRule::getPrefix)
                .filter(path -> path.indexOf('*') >= 0)
                .mapToLong(String::length)
                .sum();
        return wildcards * text.length() <= MOST_COMPARED && rules.isAllowed(text);
    }

    private static List<RobotRule> ruleset(BaseRobotRules rules) {
        return rules instanceof SimpleRobotRules simple ? simple.getRobotRules() : List.of();
    }

    /** Bytes that it takes in memory, at most. */
    int weight() {
        long entries = Stream.concat(Stream.of(rules), miners.values().stream())
                .mapToLong(each -> ruleset(each).size() + each.getSitemaps().size())
                .sum();
        return Math.toIntExact((long) bytes * (1 + miners.size()) + ENTRY_BYTES * (1 + entries));
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
