package org.onrecord.benchmarks.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A saved page and the article that people found on it.
 *
 * @param id its name in the folder
 * @param url where it was saved from
 * @param page its bytes
 * @param body the article's text
 */
record GoldPage(String id, String url, byte[] page, String body) {

    /** Errors are read on the pages of one half alone; the other shows whether what was learned from them holds. */
    enum Half {
        DEVELOPMENT,
        VALIDATION
    }

    /** The half of all pages of its domain: by the lowest bit of the CRC-32 of the domain. */
    Half half() {
        CRC32 sum = new CRC32();
        sum.update(domain().getBytes(StandardCharsets.UTF_8));
        return (sum.getValue() & 1) == 0 ? Half.DEVELOPMENT : Half.VALIDATION;
    }

    /** The pages of a folder of {@code {id}.html.gz} and {@code {id}.json}, by id. */
    static List<GoldPage> in(Path folder) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<GoldPage> pages = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.html.gz")) {
            for (Path file : files) {
                String id = file.getFileName().toString().replace(".html.gz", "");
                JsonNode gold = json.readTree(folder.resolve(id + ".json").toFile());
                try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                    pages.add(new GoldPage(
                            id,
                            gold.path("url").asText(),
                            in.readAllBytes(),
                            body(gold)));
                }
            }
        }
        pages.sort((a, b) -> a.id().compareTo(b.id()));
        return pages;
    }

    private static String body(JsonNode gold) {
        JsonNode body = gold.has("articleBody") ? gold.path("articleBody") : gold.path("body");
        List<String> paragraphs = new ArrayList<>();
        body.forEach(paragraph -> paragraphs.add(paragraph.asText()));
        return body.isArray() ? String.join("\n\n", paragraphs) : body.asText();
    }

    /** Its address, if it is one. */
    Optional<URI> uri() {
        try {
            return Optional.of(new URI(url));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** The last two labels of its host, three below a two-letter second level such as {@code co.uk}. */
    String domain() {
        String host = url.replaceFirst("^https?://", "").replaceFirst("[/:?#].*", "");
        String[] labels = host.split("\\.");
        int from = labels.length - 2;
        if (from > 0 && labels[from].length() <= 3 && labels[labels.length - 1].length() == 2) {
            from--;
        }
        return String.join(".", List.of(labels).subList(Math.max(0, from), labels.length));
    }
}
