package org.onrecord.scraper.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.jboss.logging.Logger;
import org.netpreserve.jwarc.WarcRecord;

import org.onrecord.chassis.backing.DatabaseTrouble;
import org.onrecord.chassis.loop.Loop;
import org.onrecord.chassis.loop.Loops;

/**
 * The one loop that writes this scraper's files. What waits is written together and synced once, since a sync takes
 * longer than the pages of many hosts; the queue is short, so that a slow disk holds the fetching up and not the memory.
 */
final class ArchiveWriter implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ArchiveWriter.class);
    private static final int WAITING = 64;
    private static final Duration TOLD_EVERY = Duration.ofMinutes(1);
    /** How long a writer that has nothing to do takes to notice that it is to stop. */
    private static final Duration PATIENCE = Duration.ofMillis(200);

    /** A page for the archive and its line for the index. */
    record Entry(WarcRecord request, WarcRecord record, Capture capture, byte[] digest, Optional<UUID> refersTo) {}

    private record Order(WarcRecord record, Optional<Entry> entry, CompletableFuture<Void> kept) {}

    private final Path folder;
    private final long segmentBytes;
    private final CaptureIndex index;
    private final BlockingQueue<Order> orders = new ArrayBlockingQueue<>(WAITING);
    private final Loop loop;
    private volatile boolean closing;
    private Segment segment;
    private long told = System.nanoTime() - TOLD_EVERY.toNanos();

    ArchiveWriter(Path folder, long segmentBytes, CaptureIndex index, Loops loops) {
        this.folder = folder;
        this.segmentBytes = segmentBytes;
        this.index = index;
        this.loop = loops.start("archive", turning -> writeWhatWaits());
    }

    /** Completes when the record is synced and indexed; exceptionally if it could not be. */
    CompletableFuture<Void> add(Entry entry) {
        return put(new Order(entry.record(), Optional.of(entry), new CompletableFuture<>()));
    }

    void addUnindexed(WarcRecord record) {
        put(new Order(record, Optional.empty(), new CompletableFuture<>()));
    }

    private CompletableFuture<Void> put(Order order) {
        try {
            if (closing) {
                order.kept().completeExceptionally(new IOException("the archive is closed"));
            } else {
                orders.put(order);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            order.kept().completeExceptionally(e);
        }
        return order.kept();
    }

    private Duration writeWhatWaits() throws InterruptedException {
        Order first = orders.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
            write(first);
        }
        return Duration.ZERO;
    }

    /** Everybody who waits is told, whatever goes wrong: nobody else would tell them. */
    private void write(Order first) {
        List<Order> batch = new ArrayList<>();
        batch.add(first);
        orders.drainTo(batch);
        try {
            write(batch);
            batch.forEach(order -> order.kept().complete(null));
        } catch (IOException | RuntimeException | Error e) {
            if (DatabaseTrouble.of(e).passes()) {
                tellOfDatabase(e, batch.size());
            } else {
                LOG.errorf(e, "could not archive %d records", batch.size());
            }
            batch.forEach(order -> order.kept().completeExceptionally(e));
            giveUpSegment();
        }
    }

    /** Its own absence is told elsewhere; that it takes no writes shows here. A batch each would fill the log. */
    private void tellOfDatabase(Throwable cause, int records) {
        long now = System.nanoTime();
        if (now - told > TOLD_EVERY.toNanos()) {
            told = now;
            Throwable root = cause;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            LOG.warnf(
                    "could not archive %d records, trying on, cause=%s",
                    records,
                    String.valueOf(root.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private void write(List<Order> batch) throws IOException {
        List<CaptureIndex.Entry> lines = new ArrayList<>();
        for (Order order : batch) {
            Segment into = current();
            if (order.entry().isPresent()) {
                into.write(order.entry().get().request());
            }
            long offset = into.write(order.record());
            order.entry()
                    .map(entry -> new CaptureIndex.Entry(
                            entry.capture(),
                            entry.digest(),
                            entry.refersTo(),
                            new CaptureIndex.Place(into.name(), offset)))
                    .ifPresent(lines::add);
        }
        segment.sync();
        if (!lines.isEmpty()) {
            index.add(lines);
        }
    }

    private Segment current() throws IOException {
        Instant now = Instant.now();
        if (segment != null && segment.isOver(now, segmentBytes)) {
            segment.sync();
            segment.close();
            segment = null;
        }
        if (segment == null) {
            segment = Segment.begin(folder, now);
        }
        return segment;
    }

    /** A record may have been cut short, and nothing that follows one can be read. */
    private void giveUpSegment() {
        if (segment != null) {
            try {
                segment.close();
            } catch (IOException e) {
                LOG.warnf("could not close %s", segment.name());
            }
            segment = null;
        }
    }

    /** Writes what waits still. */
    @Override
    public void close() {
        closing = true;
        try {
            loop.end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        for (Order order = orders.poll(); order != null; order = orders.poll()) {
            write(order);
        }
        giveUpSegment();
    }
}
