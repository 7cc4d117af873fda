package org.onrecord.benchmarks.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** Answers that are hostile in how they come, whatever is in them; and files of robots.txt. */
final class Transports {
    private static final String OK = "HTTP/1.1 200 OK\r\nConnection: close\r\n";
    private static final String TYPE = "Content-Type: text/html\r\n";
    private static final byte[] SHORT = Answer.ascii("<p>The council heard for an hour how it would be mended.");
    private static final int BOMB_MEGABYTES = 1024;

    private Transports() {}

    static List<Attack> attacks() {
        List<Attack> attacks = new ArrayList<>();
        // Some of these end when the line's patience does: all of them are asked for at the same time.
        attacks.add(new Attack("answers that do not end, or lie", siege -> {
            List<String> urls = new ArrayList<>();
            answers()
                    .forEach((name, answer) ->
                            urls.add(siege.sites().put(siege.sites().newHost(), "/" + name, answer)));
            return siege.caller().ask(urls);
        }));
        bombs().forEach((name, made) -> attacks.add(new Attack("bomb, " + name, siege -> {
            Answer answer = made.get();
            return siege.caller()
                    .ask(List.of(
                            siege.sites().put(siege.sites().newHost(), "/a", answer),
                            siege.sites().put(siege.sites().newHost(), "/b", answer)));
        })));
        robots().forEach((name, text) -> attacks.add(new Attack("robots.txt, " + name, siege -> {
            String host = siege.sites().newHost();
            siege.sites().put(host, "/robots.txt", Answer.of("Content-Type: text/plain", Answer.ascii(text.get())));
            return siege.caller()
                    .ask(List.of(siege.sites()
                            .put(
                                    host,
                                    "/" + "a".repeat(1_000) + ".html",
                                    Answer.html(Shape.named("body: one word")
                                            .bytes()
                                            .apply(10_000)))));
        })));
        return attacks;
    }

    private static Map<String, Answer> answers() {
        Map<String, Answer> answers = new LinkedHashMap<>();
        answers.put(
                "endless-body", Answer.endless(OK + TYPE + "\r\n", "<p>All work and no play. </p>".repeat(1_000), 0));
        answers.put("trickled-body", Answer.endless(OK + TYPE + "\r\n", "<p>a", 200));
        answers.put("endless-headers", Answer.endless(OK, "X-A: b\r\n".repeat(100), 0));
        answers.put("slow-headers", Answer.endless("HTTP/1.1 200 OK\r\nX-A: ", "b", 200));
        answers.put("one-endless-header", Answer.endless(OK + "X-A: ", "b".repeat(10_000), 0));
        answers.put("endless-status", Answer.endless("HTTP/1.1 200 ", "OK".repeat(10_000), 0));
        answers.put("endless-100", Answer.endless("", "HTTP/1.1 100 Continue\r\n\r\n".repeat(100), 0));
        answers.put("endless-103", Answer.endless("", "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n", 20));
        answers.put(
                "endless-trailers",
                Answer.endless(OK + TYPE + "Transfer-Encoding: chunked\r\n\r\n0\r\n", "X-A: b\r\n", 0));
        answers.put("endless-extension", Answer.endless(OK + TYPE + "Transfer-Encoding: chunked\r\n\r\n1;", "a=b;", 0));
        answers.put(
                "chunks-of-a-byte",
                Answer.endless(OK + TYPE + "Transfer-Encoding: chunked\r\n\r\n", "1\r\na\r\n".repeat(1_000), 0));
        answers.put(
                "huge-chunk",
                Answer.endless(OK + TYPE + "Transfer-Encoding: chunked\r\n\r\n7FFFFFFFFFFFFFF\r\n", "a", 1));
        answers.put(
                "bad-chunk",
                (host, out) -> out.write(Answer.ascii(OK + TYPE + "Transfer-Encoding: chunked\r\n\r\n-1\r\na")));
        answers.put(
                "truncated", (host, out) -> out.write(Answer.ascii(OK + TYPE + "Content-Length: 4000000\r\n\r\n<p>a")));
        answers.put(
                "negative-length",
                (host, out) -> out.write(Answer.ascii(OK + TYPE + "Content-Length: -5\r\n\r\n<p>a")));
        answers.put(
                "two-lengths",
                (host, out) ->
                        out.write(Answer.ascii(OK + TYPE + "Content-Length: 1\r\nContent-Length: 9\r\n\r\n<p>a")));
        answers.put("no-http", (host, out) -> out.write(SHORT));
        answers.put("silence", (host, out) -> TimeUnit.MINUTES.sleep(5));
        answers.put("nothing", (host, out) -> {});
        answers.put("loop", Answer.redirect("/loop"));
        answers.put("long-location", Answer.redirect("/" + "a".repeat(60_000)));
        answers.put("location-without-sense", Answer.redirect("http://[::1"));
        answers.put("inner-location", Answer.redirect("http://169.254.169.254/latest"));
        answers.put(
                "many-cookies",
                (host, out) -> out.write(Answer.head(TYPE + "Set-Cookie: a=b\r\n".repeat(50_000) + "X-A: b")));
        answers.put(
                "pdf.html",
                Answer.of("Content-Type: text/html", Answer.ascii("%PDF-1.7\n" + "\u0001\u0002".repeat(100_000))));
        answers.put(
                "zip",
                Answer.of("Content-Type: text/html", Answer.ascii("PK\u0003\u0004" + "\u0000a".repeat(100_000))));
        answers.put("image", Answer.of("Content-Type: image/png", Answer.ascii("\u0089PNG\r\n" + "a".repeat(100_000))));
        answers.put("type-unheard-of", Answer.of("Content-Type: " + "a/b;".repeat(1_000), SHORT));
        answers.put("charset-unheard-of", Answer.of("Content-Type: text/html; charset=" + "x".repeat(5_000), SHORT));
        answers.put("coding-unheard-of", Answer.of("Content-Encoding: zstd\r\nContent-Type: text/html", SHORT));
        answers.put(
                "hundred-codings",
                Answer.of("Content-Encoding: " + "gzip, ".repeat(100) + "gzip\r\nContent-Type: text/html", SHORT));
        answers.put("no-gzip", Answer.of("Content-Encoding: gzip\r\nContent-Type: text/html", SHORT));
        answers.put("no-brotli", Answer.of("Content-Encoding: br\r\nContent-Type: text/html", SHORT));
        return answers;
    }

    private static Map<String, Supplier<Answer>> bombs() {
        Map<String, Supplier<Answer>> bombs = new LinkedHashMap<>();
        bombs.put("gzip of paragraphs", () -> Answer.gzip("text/html", "<html><body>", "<p>", BOMB_MEGABYTES));
        bombs.put("gzip of 5 MB of paragraphs", () -> Answer.gzip("text/html", "<html><body>", "<p>", 5));
        bombs.put("gzip of spaces", () -> Answer.gzip("text/html", "<html><body>", " ", BOMB_MEGABYTES));
        bombs.put("gzip in gzip", Transports::twice);
        bombs.put("deflate", Transports::deflated);
        return bombs;
    }

    private static Answer twice() {
        ByteArrayOutputStream outer = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(outer)) {
            gzip.write(Answer.packed("<html>", " ", BOMB_MEGABYTES));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return Answer.of("Content-Encoding: gzip, gzip\r\nContent-Type: text/html", outer.toByteArray());
    }

    private static Answer deflated() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(bytes)) {
            byte[] block = "<p>".repeat(20_000).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 5_000; i++) {
                deflate.write(block);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return Answer.of("Content-Encoding: deflate\r\nContent-Type: text/html", bytes.toByteArray());
    }

    private static Map<String, Supplier<String>> robots() {
        Map<String, Supplier<String>> robots = new LinkedHashMap<>();
        robots.put("5 MB of agents", () -> "User-agent: a\n".repeat(360_000));
        robots.put("5 MB of rules", () -> "User-agent: *\n" + "Disallow: /a\n".repeat(400_000));
        robots.put("wildcards", () -> "User-agent: *\n" + ("Disallow: /" + "*a".repeat(200) + "*b$\n").repeat(1_000));
        robots.put("sitemaps", () -> "Sitemap: http://a.example/a\n".repeat(180_000));
        robots.put("one line", () -> "Disallow: /" + "a".repeat(5_000_000));
        robots.put("a delay of years", () -> "User-agent: *\nCrawl-delay: 99999999999999999999\n");
        robots.put("escapes", () -> "User-agent: *\nDisallow: /" + "%".repeat(400_000));
        robots.put("NULs", () -> "\0".repeat(500_000));
        robots.put("markup", () -> "<p>".repeat(160_000));
        return robots;
    }
}
