package org.onrecord.scraper.extract.metadata;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.jsoup.nodes.Element;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.onrecord.scraper.extract.limit.OutOfTimeException;

/**
 * The objects in a page's JSON-LD, whatever they are nested in: {@code @graph}, arrays, {@code mainEntity}. Publishers'
 * JSON is often broken; what a lenient reader cannot read is left out.
 */
final class JsonLd {
    /** More is data for other purposes than telling of one article. */
    private static final int MAX_OBJECTS = 2_000;

    /** Of all scripts of a page together. */
    private static final int MAX_CHARS = 2_000_000;

    /** Of all scripts of a page together: the least of values takes some fifty bytes. */
    private static final int MAX_VALUES = 200_000;

    private static final String CDATA = "[CDATA[";
    private static final int MAX_NESTING = 100;

    private static final ObjectMapper LENIENT = JsonMapper.builder(com.fasterxml.jackson.core.JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_NESTING)
                            .build())
                    .build())
            .enable(
                    JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                    JsonReadFeature.ALLOW_TRAILING_COMMA,
                    JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
                    JsonReadFeature.ALLOW_JAVA_COMMENTS,
                    JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .build();

    private JsonLd() {}

    /** Every object with a type, in document order, outer before inner. */
    static List<JsonNode> objects(List<Element> scripts) {
        List<JsonNode> objects = new ArrayList<>();
        int characters = 0;
        int values = 0;
        for (Element script : scripts) {
            OutOfTimeException.throwIfInterrupted();
            String data = script.data();
            if (data.length() > MAX_CHARS - characters) {
                continue;
            }
            characters += data.length();
            int own = mostValues(data);
            if (own > MAX_VALUES - values) {
                continue;
            }
            values += own;
            JsonNode root = parse(unwrapped(data));
            if (root != null) {
                collect(root, objects);
            }
        }
        return objects;
    }

    private static int mostValues(String json) {
        int values = 1;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            values += c == ',' || c == '[' || c == '{' ? 1 : 0;
        }
        return values;
    }

    private static JsonNode parse(String json) {
        if (json.isEmpty()) {
            return null;
        }
        try {
            return LENIENT.readTree(json);
        } catch (JsonProcessingException e) {
            return parseMended(json);
        }
    }

    private static JsonNode parseMended(String json) {
        try {
            return LENIENT.readTree(withMarksEscaped(json));
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    /** Quotation marks within a string, which a page forgot to escape, are those after which no value can end. */
    private static String withMarksEscaped(String json) {
        StringBuilder mended = new StringBuilder(json.length() + 16);
        boolean inString = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == '\\' && inString && i + 1 < json.length()) {
                mended.append(c).append(json.charAt(++i));
                continue;
            }
            if (c == '"') {
                if (!inString) {
                    inString = true;
                } else if (endsString(json, i + 1)) {
                    inString = false;
                } else {
                    mended.append('\\');
                }
            }
            mended.append(c);
        }
        return mended.toString();
    }

    private static boolean endsString(String json, int after) {
        int at = afterSpace(json, after);
        if (at >= json.length() || ":}]".indexOf(json.charAt(at)) >= 0) {
            return true;
        }
        if (json.charAt(at) != ',') {
            return false;
        }
        int next = afterSpace(json, at + 1);
        return next >= json.length() || "\"{[]}-0123456789tfn".indexOf(json.charAt(next)) >= 0 && !isWord(json, next);
    }

    /** Words begin with the same letters as true, false and null. */
    private static boolean isWord(String json, int at) {
        return Character.isLetter(json.charAt(at))
                && !json.startsWith("true", at)
                && !json.startsWith("false", at)
                && !json.startsWith("null", at);
    }

    private static int afterSpace(String json, int start) {
        int at = start;
        while (at < json.length() && json.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }

    /** Without the CDATA or comment marks that some systems put around it. */
    private static String unwrapped(String script) {
        int open = opening(script, 0);
        while (open >= 0 && script.startsWith(CDATA, open)) {
            open = opening(script, open + CDATA.length());
        }
        int close = Math.max(
                script.lastIndexOf('}'),
                script.lastIndexOf("]") == script.lastIndexOf("]]>") + 1 ? -1 : script.lastIndexOf(']'));
        return open < 0 || close < open ? "" : script.substring(open, close + 1);
    }

    /** Where the first object or array opens; -1 if none does. */
    private static int opening(String script, int from) {
        for (int i = from; i < script.length(); i++) {
            if (script.charAt(i) == '{' || script.charAt(i) == '[') {
                return i;
            }
        }
        return -1;
    }

    private static void collect(JsonNode root, List<JsonNode> objects) {
        Deque<JsonNode> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty() && objects.size() < MAX_OBJECTS) {
            JsonNode node = open.pop();
            if (node.isObject() && node.has("@type")) {
                objects.add(node);
            }
            List<JsonNode> children = new ArrayList<>();
            node.forEach(child -> {
                if (child.isContainerNode()) {
                    children.add(child);
                }
            });
            children.reversed().forEach(open::push);
        }
    }
}
