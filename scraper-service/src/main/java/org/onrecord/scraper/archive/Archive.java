package org.onrecord.scraper.archive;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.JdbiException;

import org.onrecord.chassis.loop.Loops;
import org.onrecord.contracts.Article;
import org.onrecord.egress.FetchResult.Fetched;

/**
 * Keeps what was fetched. When a call returns, the page's record is synced to the disk and in the index, so that whatever
 * is published afterwards leads back to it. Blocks; made to be called from virtual threads. Thread-safe.
 */
@ApplicationScoped
public class Archive {

    private final CaptureIndex index;
    private final Optional<ArchiveWriter> writer;
    private final Optional<Erasure> erasure;

    Archive(ArchiveSettings settings, CaptureIndex index, Loops loops) {
        this.index = index;
        this.writer = settings.folder().map(folder -> new ArchiveWriter(folder, settings.segmentBytes(), index, loops));
        this.erasure = settings.folder().map(Erasure::new);
    }

    /** {@link #keep(Fetched, Extent)} of a page that arrived whole. */
    public Optional<URI> keep(Fetched page) {
        return keep(page, Extent.WHOLE);
    }

    /**
     * Keeps a page; one whose payload the archive has already is kept as a revisit.
     *
     * @param extent told to whoever reads the page again
     * @return the id of its record; empty if nothing is archived here
     * @throws ArchiveAwayException if it could not be written, synced or indexed
     */
    public Optional<URI> keep(Fetched page, Extent extent) {
        return writer.map(open -> keep(open, page, extent));
    }

    private URI keep(ArchiveWriter open, Fetched page, Extent extent) {
        byte[] digest = WarcRecords.digest(page.body());
        Capture capture = new Capture(UUID.randomUUID(), page.url(), page.fetchedAt());
        try {
            Optional<Capture> earlier = index.withPayload(page.url(), digest);
            open.add(new ArchiveWriter.Entry(
                            WarcRecords.request(capture.recordId(), page),
                            earlier.map(same -> WarcRecords.revisit(capture.recordId(), page, digest, same))
                                    .orElseGet(() -> WarcRecords.response(capture.recordId(), page, digest, extent)),
                            capture,
                            digest,
                            earlier.map(Capture::recordId)))
                    .join();
        } catch (CompletionException | JdbiException e) {
            throw new ArchiveAwayException("could not archive " + page.url(), e);
        }
        return URI.create("urn:uuid:" + capture.recordId());
    }

    /** Keeps what was read out of a page beside it, so that later extractors can be compared; not waited for. */
    public void keepReading(Article article) {
        if (writer.isPresent() && article.archiveRecordId() != null && article.url() != null) {
            URI recordId = URI.create(article.archiveRecordId());
            WarcRecords.uuid(recordId)
                    .map(id -> new Capture(id, URI.create(article.url()), article.fetchedAt()))
                    .ifPresent(capture -> writer.get().addUnindexed(WarcRecords.conversion(capture, article)));
        }
    }

    /**
     * Erases every page that was fetched from some URLs, and what was read out of them. May be repeated.
     *
     * @throws ArchiveAwayException if something of them may be left
     */
    public void erase(List<String> urls) {
        if (erasure.isEmpty()) {
            return;
        }
        try {
            List<CaptureIndex.Placed> captures = index.of(urls);
            if (captures.isEmpty()) {
                return;
            }
            for (CaptureIndex.Placed placed : captures) {
                erasure.get().erase(placed.place());
            }
            erasure.get()
                    .eraseCompany(
                            captures.stream()
                                    .map(placed -> URI.create(
                                            "urn:uuid:" + placed.capture().recordId()))
                                    .collect(Collectors.toSet()),
                            moments(captures).min(Comparator.naturalOrder()).orElseThrow(),
                            moments(captures).max(Comparator.naturalOrder()).orElseThrow());
            index.forget(urls);
        } catch (IOException | JdbiException e) {
            throw new ArchiveAwayException("could not erase " + urls, e);
        }
    }

    private static Stream<Instant> moments(List<CaptureIndex.Placed> captures) {
        return captures.stream().map(placed -> placed.capture().fetchedAt());
    }

    @PreDestroy
    void close() {
        writer.ifPresent(ArchiveWriter::close);
    }
}
