package org.onrecord.scraper.source.channel;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.onrecord.egress.AddressGuard;
import org.onrecord.egress.BodyMemory;
import org.onrecord.egress.FetchResult;
import org.onrecord.egress.Get;
import org.onrecord.egress.Target;
import org.onrecord.scraper.fetch.FetchAccount;
import org.onrecord.scraper.fetch.PoliteClient;
import org.onrecord.scraper.source.document.Document;

/**
 * Looks for the feeds and sitemaps of a site, step by step from what the site says itself to what is usual; the first step
 * that finds any is the last. Blocks; thread-safe.
 */
@ApplicationScoped
class Discovery {

    /** How a search ended. */
    sealed interface Found {
        /** @param channels those that can be read, at least one */
        record Channels(List<URI> channels) implements Found {}

        /** @param why in words for a person */
        record Nothing(String why) implements Found {}

        /** The site's host is in trouble: to be looked for again later. */
        record Trouble(String why) implements Found {}
    }

    /** Where a site has them that announces none: each is a request for what may well not be there, so they are few. */
    private static final List<String> USUAL_FEEDS = List.of("/feed", "/rss.xml");

    private static final List<String> USUAL_SITEMAPS = List.of("/news-sitemap.xml", "/sitemap.xml");

    /** Of one step: some sites name a feed for every tag. */
    private static final int MOST = 10;

    private final PoliteClient client;
    private final Documents documents;

    Discovery(PoliteClient client, Documents documents) {
        this.client = client;
        this.documents = documents;
    }

    /** @param home that answered with a page, not with a feed or a sitemap */
    Found around(URI home, Document.Page page) {
        List<Function<URI, List<String>>> steps = List.of(
                any -> page.feeds(),
                client::sitemaps,
                site -> under(site, USUAL_FEEDS),
                site -> under(site, USUAL_SITEMAPS));
        for (Function<URI, List<String>> step : steps) {
            List<URI> readable = new ArrayList<>();
            for (String candidate :
                    step.apply(home).stream().distinct().limit(MOST).toList()) {
                switch (tried(home, candidate)) {
                    case Found.Channels(List<URI> channels) ->
                        channels.stream()
                                .filter(channel -> !readable.contains(channel))
                                .forEach(readable::add);
                    case Found.Trouble trouble -> {
                        return trouble;
                    }
                    case Found.Nothing nothing -> {}
                }
            }
            if (!readable.isEmpty()) {
                return new Found.Channels(List.copyOf(readable));
            }
        }
        return new Found.Nothing(
                "no feed and no sitemap was found around " + home + "; add the URL of one, if the site has any");
    }

    private static List<String> under(URI site, List<String> paths) {
        return paths.stream()
                .map(path -> site.getScheme() + "://" + site.getRawAuthority() + path)
                .toList();
    }

    private Found tried(URI home, String candidate) {
        if (!(AddressGuard.resolve(home, candidate) instanceof Target target)) {
            return new Found.Nothing("no web address");
        }
        try (BodyMemory.Share memory = client.memory()) {
            return found(target, client.fetch(Get.of(target.uri().toString(), List.of()), memory));
        }
    }

    private boolean isChannel(FetchResult.Fetched fetched) {
        Document document = documents.read(fetched);
        return document instanceof Document.Listing || document instanceof Document.SitemapIndex;
    }

    private Found found(Target target, FetchResult result) {
        if (result instanceof FetchResult.Fetched fetched) {
            return isChannel(fetched) ? new Found.Channels(List.of(target.uri())) : new Found.Nothing("no feed");
        }
        if (result instanceof FetchResult.CutOff cut && isChannel(cut.beginning())) {
            return new Found.Channels(List.of(target.uri()));
        }
        FetchAccount account = FetchAccount.of(result);
        return account.transience() == FetchAccount.Transience.PASSING
                ? new Found.Trouble(account.detail() + ", at " + target.uri())
                : new Found.Nothing(account.detail());
    }
}
