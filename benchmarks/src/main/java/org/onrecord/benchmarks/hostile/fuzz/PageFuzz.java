package org.onrecord.benchmarks.hostile.fuzz;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.onrecord.contracts.Block;
import org.onrecord.contracts.RobotsVerdict;
import org.onrecord.egress.Headers;
import org.onrecord.scraper.extract.ExtractedArticle;
import org.onrecord.scraper.extract.Extractor;
import org.onrecord.scraper.identity.CanonicalUrl;
import org.onrecord.scraper.rights.RightsReader;

/** A page with its linked data, in any charset; its first byte is not the page's, but says what its server calls it. */
public final class PageFuzz {
    private static final List<Optional<String>> TYPES = List.of(
            Optional.empty(),
            Optional.of("text/html"),
            Optional.of("text/html; charset=utf-16"),
            Optional.of("text/html; charset=iso-2022-jp"),
            Optional.of("text/html; charset=gb18030"),
            Optional.of("text/plain"),
            Optional.of("application/xhtml+xml; charset=utf-7"),
            Optional.of("text/html; charset=x-ibm-none"));

    private static final URI PAGE = URI.create("http://courier.example/news/a.html");
    private static final Extractor EXTRACTOR = new Extractor();

    private PageFuzz() {}

    /** Called once, at the beginning. */
    public static void fuzzerInitialize() {
        Watch.warmUp(
                PageFuzz::read,
                "\0<html><head><title>A title</title></head><body><article><h1>A title</h1>"
                        + "<p>The council met on Tuesday and heard that it would be mended by and by.</p>".repeat(8),
                "\5A title\n\nThe council met on Tuesday and heard that it would be mended.");
    }

    /** What the engine calls. */
    public static void fuzzerTestOneInput(byte[] input) {
        Watch.read(input, PageFuzz::read);
    }

    private static void read(byte[] input) {
        if (input.length == 0) {
            return;
        }
        byte[] page = Arrays.copyOfRange(input, 1, input.length);
        Optional<String> type = TYPES.get((input[0] & 0xFF) % TYPES.size());
        if (EXTRACTOR.extract(page, type, Optional.of(PAGE)) instanceof ExtractedArticle article) {
            require(areOneAfterTheOther(article));
            require(CanonicalUrl.of(PAGE, article.canonicalUrl()).isAbsolute());
        }
        RightsReader.read(new Headers(List.of()), page, "onrecordbot", RobotsVerdict.NO_RULES, List.of());
    }

    private static boolean areOneAfterTheOther(ExtractedArticle article) {
        int at = 0;
        for (Block block : article.blocks()) {
            if (block.start() < at || block.end() <= block.start()) {
                return false;
            }
            at = block.end();
        }
        return !article.text().isBlank() && at == article.text().length();
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalStateException("an article that is not what it should be");
        }
    }

    /** Called at the end. */
    public static void fuzzerTearDown() {
        Watch.tellPeak();
    }
}
