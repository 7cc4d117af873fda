package org.onrecord.benchmarks.hostile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.onrecord.contracts.Article;

/** What a client sends in the bodies of its requests. */
final class Bodies {
    private static final JsonMapper JSON = new JsonMapper();
    /** Just below what the API takes. */
    private static final int BYTES = 9_900_000;
    /** Quotation marks double in JSON. */
    private static final int HTML_BYTES = 7_000_000;

    private static final int MANY = 60;

    private static final List<String> SHAPES = List.of(
            "body: paragraphs",
            "body: bold of different classes",
            "body: adoption agency",
            "body: foster parenting",
            "body: divisions in each other",
            "body: attributes",
            "body: one word",
            "body: open quotation marks",
            "body: paragraphs of speech",
            "body: articles",
            "head: meta tags",
            "linked data: CDATA marks",
            "linked data: a graph");

    private Bodies() {}

    static List<Attack> attacks() {
        List<Attack> attacks = new ArrayList<>();
        for (String name : SHAPES) {
            attacks.add(new Attack("extract, " + name, siege -> siege.caller().post("/v1/extract", html(name, 1))));
        }
        attacks.add(new Attack(
                "extract, twenty at once",
                siege -> siege.caller().postAll("/v1/extract", Collections.nCopies(20, html("body: paragraphs", 1)))));
        for (TextForm form : TextForm.ALL) {
            attacks.add(new Attack(
                    "analyze, " + form.name(), siege -> siege.caller().post("/v1/analyze", text(form, 0))));
        }
        attacks.add(new Attack(
                "analyze, forty at once",
                siege -> siege.caller()
                        .postAll("/v1/analyze", Collections.nCopies(40, text(TextForm.ALL.getFirst(), 0)))));
        for (TextForm form : TextForm.ALL) {
            // Twice, so that both of those that read are at it.
            attacks.add(new Attack(
                    "text, " + form.name(), siege -> siege.caller().submit(List.of(text(form, 1), text(form, 2)))));
        }
        for (String name : SHAPES) {
            attacks.add(new Attack(
                    "submitted page, " + name, siege -> siege.caller().submit(List.of(html(name, 2)))));
        }
        json().forEach((name, body) ->
                attacks.add(new Attack("JSON, " + name, siege -> siege.caller().post("/v1/articles", body.get()))));
        attacks.add(new Attack(
                "bodies of 10 MB, " + MANY + " at once",
                siege -> siege.caller()
                        .postAll("/v1/articles", Collections.nCopies(MANY, ascii("{\"url\":\"", "a", "")))));
        return attacks;
    }

    private static Map<String, Supplier<byte[]>> json() {
        Map<String, Supplier<byte[]>> bodies = new LinkedHashMap<>();
        bodies.put("lists in each other", () -> ascii("", "[", ""));
        bodies.put("objects in each other", () -> ascii("", "{\"a\":", ""));
        bodies.put("fields", () -> ascii("{\"a\":1", ",\"a\":1", "}"));
        bodies.put("a long name", () -> ascii("{\"", "a", "\":1}"));
        bodies.put("a long number", () -> ascii("{\"url\":", "9", "}"));
        bodies.put("spaces", () -> ascii("{\"url\":", " ", "\"http://a.example/\"}"));
        bodies.put("a long URL", () -> ascii("{\"url\":\"http://a.example/", "a", "\"}"));
        bodies.put("escapes", () -> ascii("{\"text\":\"", "\\u0041", "\"}"));
        bodies.put("NULs", () -> ascii("", "\0", ""));
        return bodies;
    }

    private static byte[] ascii(String begin, String piece, String end) {
        return (begin + piece.repeat((BYTES - begin.length() - end.length()) / piece.length()) + end)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] html(String shape, int variant) throws IOException {
        return json(Map.of(
                "html",
                new String(Shape.named(shape).bytes().apply(HTML_BYTES), StandardCharsets.UTF_8) + "<!--" + variant
                        + "-->",
                "url",
                "http://a.example/" + shape.hashCode() + "/" + variant));
    }

    private static byte[] text(TextForm form, int variant) throws IOException {
        return json(Map.of("text", variant + " " + form.characters().apply(Article.MAX_TEXT_LENGTH - 10)));
    }

    private static byte[] json(Map<String, String> fields) throws JsonProcessingException {
        return JSON.writeValueAsBytes(fields);
    }
}
