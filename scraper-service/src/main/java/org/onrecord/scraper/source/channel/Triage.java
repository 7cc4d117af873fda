package org.onrecord.scraper.source.channel;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.onrecord.egress.AddressGuard;
import org.onrecord.egress.Target;
import org.onrecord.scraper.identity.CanonicalUrl;
import org.onrecord.scraper.identity.Site;
import org.onrecord.scraper.source.document.ChannelKind;
import org.onrecord.scraper.source.document.Document;
import org.onrecord.scraper.source.document.Entry;

/** Decides which of the pages that a channel tells of are fetched. Pure. */
final class Triage {

    /** A page as a channel tells of it. */
    record Story(UUID id, String url, Optional<Instant> publishedAt, Optional<Instant> changedAt) {}

    /** What is remembered of a page. */
    record Known(Optional<Instant> changedAt, Optional<Instant> requestedAt) {}

    /**
     * The pages of a document by what is done about them.
     *
     * @param fresh never heard of
     * @param changed fetched before, and changed since
     * @param standing undated ones of a sitemap that is read for the first time: there before anybody looked, so no news
     * @param known nothing to do about them
     */
    record Verdict(List<Story> fresh, List<Story> changed, List<Story> standing, List<Story> known, int tooOld) {}

    private Triage() {}

    /** The pages of a document that a source wants, each once, in the document's order. */
    static List<Story> wanted(Document.Listing document, URI channel, Selection selection) {
        boolean ownOnly = document instanceof Document.Sitemap;
        Map<UUID, Story> stories = new LinkedHashMap<>();
        for (Entry entry : document.entries()) {
            story(entry, channel)
                    .filter(story -> selection.takes(story.url()))
                    // sitemaps.org: a sitemap speaks for its own site alone.
                    .filter(story -> !ownOnly || isOfSite(story.url(), channel))
                    .ifPresent(story -> stories.putIfAbsent(story.id(), story));
        }
        return List.copyOf(stories.values());
    }

    private static boolean isOfSite(String url, URI channel) {
        return Site.of(URI.create(url)).equals(Site.of(channel));
    }

    private static Optional<Story> story(Entry entry, URI channel) {
        return AddressGuard.resolve(channel, entry.url()) instanceof Target target
                ? Optional.of(new Story(id(target.uri()), target.uri().toString(), entry.publishedAt(), entry.latest()))
                : Optional.empty();
    }

    /** One id for all the spellings of a URL that lead to one page. */
    private static UUID id(URI url) {
        return UUID.nameUUIDFromBytes(
                CanonicalUrl.of(url, Optional.empty()).toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param kind of the channel: a sitemap may list all that its site ever published, a feed lists its latest
     * @param first whether the channel is read for the first time
     */
    static Verdict judge(
            List<Story> stories,
            Map<UUID, Known> remembered,
            ChannelKind kind,
            boolean first,
            Instant now,
            SourceSettings settings) {
        boolean sitemap = kind == ChannelKind.SITEMAP;
        Verdict verdict = new Verdict(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), 0);
        int tooOld = 0;
        for (Story story : stories) {
            Known known = remembered.get(story.id());
            if (known != null) {
                (isChanged(story, known, now, settings.recheck()) ? verdict.changed() : verdict.known()).add(story);
            } else if (sitemap && isTooOld(story, now, settings.maxAge())) {
                tooOld++;
            } else if (sitemap && first && story.changedAt().isEmpty()) {
                verdict.standing().add(story);
            } else {
                verdict.fresh().add(story);
            }
        }
        return new Verdict(verdict.fresh(), verdict.changed(), verdict.standing(), verdict.known(), tooOld);
    }

    /** A change that comes too soon is not noted, so that a later poll sees it again. */
    private static boolean isChanged(Story story, Known known, Instant now, Duration recheck) {
        boolean later = story.changedAt()
                .map(changed -> known.changedAt().map(changed::isAfter).orElse(false))
                .orElse(false);
        boolean rested = known.requestedAt()
                .map(requested -> requested.plus(recheck).isBefore(now))
                .orElse(true);
        return later && rested;
    }

    /** By its publication where that is told: an old story in which a word was mended is no news. */
    private static boolean isTooOld(Story story, Instant now, Duration maxAge) {
        return story.publishedAt()
                .or(story::changedAt)
                .map(at -> at.plus(maxAge).isBefore(now))
                .orElse(false);
    }
}
