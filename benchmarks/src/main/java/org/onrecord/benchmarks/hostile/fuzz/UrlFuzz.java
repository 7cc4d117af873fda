package org.onrecord.benchmarks.hostile.fuzz;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.onrecord.egress.AddressGuard;
import org.onrecord.egress.Target;
import org.onrecord.scraper.identity.CanonicalUrl;

/** The URL of a page, and in a second line what the page calls its own. */
public final class UrlFuzz {
    private UrlFuzz() {}

    /** Called once, at the beginning. */
    public static void fuzzerInitialize() {
        Watch.warmUp(UrlFuzz::read, "http://courier.example/a?b=c\n/d");
    }

    /** What the engine calls. */
    public static void fuzzerTestOneInput(byte[] input) {
        Watch.read(input, UrlFuzz::read);
    }

    private static void read(byte[] input) {
        String[] lines = new String(input, StandardCharsets.UTF_8).split("\n", 2);
        if (!(AddressGuard.read(lines[0]) instanceof Target page)) {
            return;
        }
        Optional<URI> declared = lines.length > 1 && AddressGuard.resolve(page.uri(), lines[1]) instanceof Target target
                ? Optional.of(target.uri())
                : Optional.empty();
        URI canonical = CanonicalUrl.of(page.uri(), declared);
        if (!CanonicalUrl.of(canonical, Optional.empty()).equals(canonical)) {
            throw new IllegalStateException("a canonical URL that has another one: " + canonical);
        }
    }

    /** Called at the end. */
    public static void fuzzerTearDown() {
        Watch.tellPeak();
    }
}
