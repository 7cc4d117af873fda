package org.onrecord.scraper.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.onrecord.scraper.extract.page.PageDecoder;

/**
 * The pages of HTML and WARC files, each as a line that the API takes, made when it is asked for: one page is in memory at a time.
 * Not thread-safe.
 */
final class PageLines implements Iterator<byte[]> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;

    private final Deque<Path> files;
    private final Consumer<String> damage;
    private Optional<WarcReader> warc = Optional.empty();
    private Path warcFile;
    private Optional<byte[]> next = Optional.empty();
    private String nextOrigin = "";
    private String origin = "";

    /** @param damage told of what is left out, in words */
    PageLines(List<Path> files, Consumer<String> damage) {
        this.files = new ArrayDeque<>(files);
        this.damage = damage;
    }

    /** The files of a folder that have pages, and of its folders, in their order. */
    static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> isHtml(file) || isWarc(file)).sorted().toList();
        }
    }

    static boolean isWarc(Path file) {
        return name(file).matches(".*\\.warc(\\.gz)?");
    }

    static boolean isHtml(Path file) {
        return name(file).matches(".*\\.x?html?");
    }

    private static String name(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean hasNext() {
        while (next.isEmpty() && (warc.isPresent() || !files.isEmpty())) {
            next = warc.isPresent() ? ofWarc() : ofFile(files.remove());
        }
        return next.isPresent();
    }

    @Override
    public byte[] next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        byte[] line = next.orElseThrow();
        origin = nextOrigin;
        next = Optional.empty();
        return line;
    }

    /** Where the page of the last line comes from: its file, or its address in a WARC file. */
    String origin() {
        return origin;
    }

    private Optional<byte[]> ofFile(Path file) {
        try {
            if (isWarc(file)) {
                warc = Optional.of(new WarcReader(file));
                warcFile = file;
                return Optional.empty();
            }
            nextOrigin = file.toString();
            return Optional.of(line(Optional.empty(), Files.readAllBytes(file), Optional.empty()));
        } catch (IOException e) {
            damage.accept(file + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    /** A file that is damaged is read as far as it goes. */
    private Optional<byte[]> ofWarc() {
        try {
            Optional<WarcRecord> record = warc.orElseThrow().next();
            if (record.isPresent()) {
                return record.get() instanceof WarcResponse response ? ofResponse(response) : Optional.empty();
            }
        } catch (IOException | RuntimeException e) {
            damage.accept(warcFile + ": " + e.getMessage());
        }
        close();
        return Optional.empty();
    }

    private Optional<byte[]> ofResponse(WarcResponse response) throws IOException {
        nextOrigin = response.target();
        boolean isWeb = response.target().matches("(?i)https?://.*");
        if (!isWeb || response.http().status() != OK) {
            return Optional.empty();
        }
        Optional<String> type = response.http().headers().first("Content-Type");
        boolean isPage = type.map(
                        name -> name.toLowerCase(Locale.ROOT).matches("(text/html|application/xhtml\\+xml).*"))
                .orElse(false);
        return isPage
                ? Optional.of(line(
                        Optional.of(response.target()),
                        response.http().body().stream().readAllBytes(),
                        type))
                : Optional.empty();
    }

    private static byte[] line(Optional<String> url, byte[] page, Optional<String> contentType) {
        ObjectNode line = JSON.createObjectNode();
        url.ifPresent(address -> line.put("url", address));
        line.put("html", PageDecoder.decode(page, contentType));
        try {
            return (JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain text", e);
        }
    }

    private void close() {
        try {
            warc.orElseThrow().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            warc = Optional.empty();
        }
    }
}
