package org.onrecord.scraper.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.netpreserve.jwarc.HttpRequest;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcConversion;
import org.netpreserve.jwarc.WarcDigest;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;

import org.onrecord.contracts.Article;
import org.onrecord.egress.FetchResult.Fetched;
import org.onrecord.egress.Headers;

/** From what was fetched to WARC records. Pure. */
final class WarcRecords {

    /** ISO 28500:2017 6.7.2: the payload is the one of the record referred to, by its digest. */
    private static final URI SAME_PAYLOAD =
            URI.create("http://netpreserve.org/warc/1.1/revisit/identical-payload-digest");

    private static final MediaType TEXT = MediaType.parse("text/plain;charset=utf-8");
    static final String EXTRACTOR = "Onrecord-Extractor";
    static final String ASKED = "Onrecord-Asked";
    /** ISO 28500:2017 5.13. */
    static final String TRUNCATED = "WARC-Truncated";

    /** They tell of the way over the network, which the stored body has left behind: it is decoded. */
    private static final Set<String> OF_THE_WAY = caseless("Content-Encoding", "Transfer-Encoding", "Content-Length");

    private WarcRecords() {}

    static byte[] digest(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** What was asked for to get the response of this id. */
    static WarcRecord request(UUID recordId, Fetched page) {
        String path = page.url().getRawPath().isEmpty() ? "/" : page.url().getRawPath();
        String query = page.url().getRawQuery();
        HttpRequest.Builder request = new HttpRequest.Builder("GET", query == null ? path : path + "?" + query);
        page.sent().fields().forEach(field -> request.addHeader(field.name(), field.value()));
        try {
            return new WarcRequest.Builder(page.url())
                    .version(MessageVersion.WARC_1_1)
                    .recordId(UUID.randomUUID())
                    .date(page.fetchedAt())
                    .concurrentTo(URI.create("urn:uuid:" + recordId))
                    .body(request.build())
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The response with all of its body that arrived. */
    static WarcRecord response(UUID recordId, Fetched page, byte[] digest, Extent extent) {
        try {
            WarcResponse.Builder response = new WarcResponse.Builder(page.url())
                    .version(MessageVersion.WARC_1_1)
                    .recordId(recordId)
                    .date(page.fetchedAt())
                    .payloadDigest(new WarcDigest("sha256", digest));
            if (extent == Extent.BEGINNING) {
                response.setHeader(TRUNCATED, "disconnect");
            }
            return response.body(http(page, page.body())).build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The response without its body, which an earlier record has. */
    static WarcRecord revisit(UUID recordId, Fetched page, byte[] digest, Capture earlier) {
        try {
            return new WarcRevisit.Builder(page.url(), SAME_PAYLOAD)
                    .version(MessageVersion.WARC_1_1)
                    .recordId(recordId)
                    .date(page.fetchedAt())
                    .payloadDigest(new WarcDigest("sha256", digest))
                    .refersTo(earlier.recordId(), earlier.url(), earlier.fetchedAt())
                    .body(http(page, new byte[0]))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was read out of a response: the title, an empty line, and the text. */
    static WarcRecord conversion(Capture capture, Article article) {
        return new WarcConversion.Builder()
                .version(MessageVersion.WARC_1_1)
                .recordId(UUID.randomUUID())
                .date(capture.fetchedAt())
                .setHeader("WARC-Target-URI", capture.url().toString())
                .setHeader(EXTRACTOR, article.extractor())
                .setHeader(ASKED, Asked.of(article).text())
                .refersTo(URI.create("urn:uuid:" + capture.recordId()))
                .body(TEXT, (article.title() + "\n\n" + article.text()).getBytes(StandardCharsets.UTF_8))
                .build();
    }

    private static HttpResponse http(Fetched page, byte[] body) {
        HttpResponse.Builder response = new HttpResponse.Builder(page.status(), "");
        for (Headers.Field field : page.headers().fields()) {
            boolean ofTheWay = OF_THE_WAY.contains(field.name());
            response.addHeader(ofTheWay ? "X-Archive-Orig-" + field.name() : field.name(), field.value());
        }
        return response.body(null, body).build();
    }

    /** The last part of {@code urn:uuid:…}, if that is what it is. */
    static Optional<UUID> uuid(URI recordId) {
        String id = recordId.toString();
        try {
            return Optional.of(UUID.fromString(id.substring(id.lastIndexOf(':') + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Set<String> caseless(String... names) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(Set.of(names));
        return set;
    }
}
