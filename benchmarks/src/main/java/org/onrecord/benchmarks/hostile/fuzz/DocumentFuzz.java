package org.onrecord.benchmarks.hostile.fuzz;

import java.net.URI;
import java.util.Optional;

import org.onrecord.scraper.source.document.DocumentReader;

/** A feed, a sitemap or a page that leads to them. */
public final class DocumentFuzz {
    private static final int LONGEST = 1 << 20;
    private static final URI URL = URI.create("http://courier.example/feed.xml");
    private static final DocumentReader READER = new DocumentReader(LONGEST);

    private DocumentFuzz() {}

    /** Called once, at the beginning. */
    public static void fuzzerInitialize() {
        Watch.warmUp(
                DocumentFuzz::read,
                "<rss version=\"2.0\"><channel><item><link>http://a.example/</link></item></channel></rss>",
                "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><link href=\"http://a.example/\"/></entry></feed>",
                "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>http://a.example/</loc></url></urlset>",
                "{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [{\"url\": \"http://a.example/\"}]}",
                "<html><link rel=alternate>");
    }

    /** What the engine calls. */
    public static void fuzzerTestOneInput(byte[] input) {
        Watch.read(input, DocumentFuzz::read);
    }

    private static void read(byte[] input) {
        READER.read(input, Optional.of("application/xml"), URL);
    }

    /** Called at the end. */
    public static void fuzzerTearDown() {
        Watch.tellPeak();
    }
}
