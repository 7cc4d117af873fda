package org.onrecord.scraper.source;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.UnknownFormatException;
import crawlercommons.sitemaps.extension.Extension;
import crawlercommons.sitemaps.extension.ExtensionMetadata;
import crawlercommons.sitemaps.extension.NewsAttributes;

/** Sitemaps, their indexes and the news extension, by crawler-commons, which refuses document type declarations. Thread-safe. */
final class SitemapReader {

    /** Of the protocol (sitemaps.org): no sitemap has more. */
    private static final int MAX_ENTRIES = 50_000;

    Document readXml(byte[] body, URI url) {
        return read("text/xml", body, url);
    }

    /** A URL a line. */
    Document readText(byte[] body, URI url) {
        return read("text/plain", body, url);
    }

    private static Document read(String type, byte[] body, URI url) {
        try {
            return switch (parser().parseSiteMap(type, body, url.toURL())) {
                case SiteMapIndex index -> new Document.SitemapIndex(children(index));
                case SiteMap sitemap -> new Document.Sitemap(entries(sitemap));
                default -> new Document.Unreadable("neither a sitemap nor an index of sitemaps");
            };
        } catch (UnknownFormatException | IOException e) {
            return new Document.Unreadable("no sitemap that can be read: " + e.getMessage());
        }
    }

    /** Not strict, since news sitemaps lie in a folder of their own; which URLs count is decided afterwards. */
    private static SiteMapParser parser() {
        SiteMapParser parser = new SiteMapParser(false, true);
        parser.enableExtension(Extension.NEWS);
        return parser;
    }

    private static List<Document.Child> children(SiteMapIndex index) {
        List<Document.Child> children = new ArrayList<>();
        for (AbstractSiteMap child : index.getSitemaps()) {
            if (children.size() < MAX_ENTRIES) {
                children.add(new Document.Child(child.getUrl().toString(), instant(child.getLastModified())));
            }
        }
        return children;
    }

    private static List<Entry> entries(SiteMap sitemap) {
        List<Entry> entries = new ArrayList<>();
        for (SiteMapURL page : sitemap.getSiteMapUrls()) {
            if (entries.size() < MAX_ENTRIES) {
                entries.add(new Entry(page.getUrl().toString(), published(page), instant(page.getLastModified())));
            }
        }
        return entries;
    }

    private static Optional<Instant> published(SiteMapURL page) {
        ExtensionMetadata[] news = page.getAttributesForExtension(Extension.NEWS);
        return news != null && news.length > 0 && news[0] instanceof NewsAttributes attributes
                ? instant(attributes.getPublicationDate())
                : Optional.empty();
    }

    private static Optional<Instant> instant(Date date) {
        return Optional.ofNullable(date).map(Date::toInstant);
    }
}
