package org.onrecord.scraper.extract.metadata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import org.onrecord.scraper.extract.page.Words;

/**
 * The article that a page's JSON-LD tells of.
 *
 * @param type its schema.org type
 * @param authors their names
 * @param organisations those among the authors that are declared an organisation
 * @param persons those among them that are declared a person
 * @param body the text as the publisher's system holds it, paragraphs divided by blank lines: evidence for finding it on the
 *     page, and the article itself where the page prints none
 */
public record LinkedArticle(
        String type,
        Optional<String> headline,
        List<String> authors,
        Set<String> organisations,
        Set<String> persons,
        Optional<String> published,
        Optional<String> modified,
        Optional<String> section,
        Optional<String> image,
        Optional<String> publisher,
        Optional<String> url,
        Optional<String> body) {
    private static final Set<String> ARTICLE_TYPES = Set.of(
            "Article",
            "NewsArticle",
            "ReportageNewsArticle",
            "AnalysisNewsArticle",
            "OpinionNewsArticle",
            "BackgroundNewsArticle",
            "ReviewNewsArticle",
            "AskPublicNewsArticle",
            "AdvertiserContentArticle",
            "BlogPosting",
            "LiveBlogPosting",
            "SocialMediaPosting",
            "TechArticle",
            "ScholarlyArticle",
            "Report",
            "SatiricalArticle",
            "MedicalScholarlyArticle",
            "Review",
            "Recipe",
            "DiscussionForumPosting",
            "CreativeWork");
    /** Names beyond these are no authors' of one article. */
    private static final int MOST_NAMES = 200;

    private static final Pattern PARAGRAPH_END = Pattern.compile(
            "[\\r\\n\\u2028\\u2029]+|</?(?:p|br|div|h[1-6]|li|ul|ol|blockquote)(?: [^<>]{0,500})?/?>",
            Pattern.CASE_INSENSITIVE);
    private static final int THIS_PAGE = 40;
    private static final int THIS_HEADLINE = 30;
    private static final int ANOTHER = -100;

    /** Characters of a body that are compared with what the page prints, and of anything shorter. */
    private static final int LONGEST_TEXT = 200_000;

    private static final Set<String> PAGE_TYPES =
            Set.of("WebPage", "VideoObject", "ItemPage", "PodcastEpisode", "ProfilePage");

    /**
     * The best telling of this page's article among the objects: of an article type, with this page's address or headline
     * rather than another's, and of these the one that says most.
     */
    static Optional<LinkedArticle> among(List<JsonNode> objects, ThisPage page) {
        JsonNode best = null;
        int most = 0;
        for (JsonNode object : objects) {
            int says = says(object) == 0 ? 0 : says(object) + concerns(object, page);
            if (says > most) {
                most = says;
                best = object;
            }
        }
        Map<String, JsonNode> byId = new LinkedHashMap<>();
        for (JsonNode object : objects) {
            String id = object.path("@id").asText("");
            if (!id.isEmpty() && object.size() > 2) {
                byId.putIfAbsent(id, object);
            }
        }
        return best == null ? Optional.empty() : Optional.of(read(best, byId));
    }

    /** Points for being about this page; none, and fewer than none, for being about another. */
    private static int concerns(JsonNode object, ThisPage page) {
        String headline =
                plain(object.path("headline").asText(object.path("name").asText("")));
        List<String> addresses = List.of(
                object.path("url").asText(""),
                object.path("mainEntityOfPage").asText(""),
                object.path("mainEntityOfPage").path("@id").asText(""));
        if (addresses.stream().anyMatch(page::isAt)) {
            return THIS_PAGE;
        }
        if (!headline.isEmpty() && page.isCalled(headline)) {
            return THIS_HEADLINE;
        }
        boolean another = !headline.isEmpty()
                && !page.headlines().isEmpty()
                && !page.addresses().isEmpty()
                && addresses.stream().anyMatch(address -> address.startsWith("http"));
        return another ? ANOTHER : 0;
    }

    private static int says(JsonNode object) {
        String type = type(object);
        int weight = ARTICLE_TYPES.contains(type) ? 10 : PAGE_TYPES.contains(type) ? 1 : 0;
        if (weight == 0) {
            return 0;
        }
        int fields = 0;
        for (String field : List.of(
                "headline",
                "author",
                "datePublished",
                "articleBody",
                "dateModified",
                "publisher",
                "mainEntityOfPage")) {
            fields += object.has(field) ? 1 : 0;
        }
        return fields == 0 ? 0 : weight + fields * 2;
    }

    static String type(JsonNode object) {
        JsonNode type = object.path("@type");
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (ARTICLE_TYPES.contains(local(one.asText()))) {
                    return local(one.asText());
                }
            }
            return type.isEmpty() ? "" : local(type.get(0).asText());
        }
        return local(type.asText(""));
    }

    private static String local(String type) {
        return type.substring(Math.max(type.lastIndexOf('/'), type.lastIndexOf(':')) + 1);
    }

    private static LinkedArticle read(JsonNode object, Map<String, JsonNode> byId) {
        List<String> authors = new ArrayList<>();
        Set<String> organisations = new LinkedHashSet<>();
        Set<String> persons = new LinkedHashSet<>();
        Kinds kinds = new Kinds(organisations, persons);
        names(object.path("author"), byId, authors, kinds, 0);
        if (authors.isEmpty()) {
            names(object.path("creator"), byId, authors, kinds, 0);
        }
        return new LinkedArticle(
                type(object),
                text(object, "headline").or(() -> text(object, "name")),
                authors,
                organisations,
                persons,
                text(object, "datePublished").or(() -> text(object, "dateCreated")),
                text(object, "dateModified"),
                text(object, "articleSection"),
                image(object.path("image")),
                nameOf(object.path("publisher"), byId),
                text(object, "url").or(() -> text(object.path("mainEntityOfPage"), "@id")),
                body(object));
    }

    /** What the names are declared to be. */
    private record Kinds(Set<String> organisations, Set<String> persons) {}

    private static void names(JsonNode node, Map<String, JsonNode> byId, List<String> names, Kinds kinds, int depth) {
        if (names.size() >= MOST_NAMES) {
            // A reference may stand there a hundred thousand times, for something with as many names.
            return;
        }
        if (node.isTextual()) {
            JsonNode referred = byId.get(node.textValue());
            if (referred != null && depth < 3) {
                names(referred, byId, names, kinds, depth + 1);
            } else {
                add(names, node.textValue());
            }
        } else if (node.isArray() && depth < 3) {
            node.forEach(each -> names(each, byId, names, kinds, depth + 1));
        } else if (node.isObject()) {
            JsonNode name = node.path("name");
            if (name.isMissingNode() && depth < 3) {
                JsonNode referred = byId.get(node.path("@id").asText(""));
                if (referred != null && referred != node) {
                    names(referred, byId, names, kinds, depth + 1);
                }
                return;
            }
            List<String> own = new ArrayList<>();
            if (name.isArray()) {
                for (int i = 0; i < Math.min(MOST_NAMES, name.size()); i++) {
                    add(own, name.get(i).asText(""));
                }
            } else {
                add(own, name.asText(""));
            }
            names.addAll(own);
            if (type(node).endsWith("Organization")) {
                kinds.organisations().addAll(own);
            } else if (type(node).equals("Person")) {
                kinds.persons().addAll(own);
            }
        }
    }

    private static void add(List<String> names, String name) {
        String clean = plain(name);
        if (!clean.isEmpty()) {
            names.add(clean);
        }
    }

    private static Optional<String> nameOf(JsonNode node, Map<String, JsonNode> byId) {
        JsonNode one = node.isArray() && !node.isEmpty() ? node.get(0) : node;
        if (one.isTextual()) {
            return Optional.of(one.textValue());
        }
        JsonNode referred =
                one.has("name") ? one : byId.getOrDefault(one.path("@id").asText(""), one);
        return text(referred, "name");
    }

    private static Optional<String> image(JsonNode node) {
        if (node.isTextual()) {
            return Optional.of(node.textValue());
        }
        if (node.isArray() && !node.isEmpty()) {
            return image(node.get(0));
        }
        return text(node, "url").or(() -> text(node, "contentUrl"));
    }

    private static Optional<String> text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        if (value.isArray() && !value.isEmpty()) {
            value = value.get(0);
        }
        if (value.isObject()) {
            value = value.path("name");
        }
        String text = value.isValueNode() ? plain(value.asText("")) : "";
        return text.isEmpty() || text.equals("null") ? Optional.empty() : Optional.of(text);
    }

    private static Optional<String> body(JsonNode object) {
        JsonNode value = object.path("articleBody");
        if (!value.isTextual()) {
            return text(object, "articleBody");
        }
        String whole = Escapes.undone(Words.beginning(value.textValue(), LONGEST_TEXT));
        List<String> paragraphs = new ArrayList<>();
        for (String line : mayEndParagraph(whole) ? PARAGRAPH_END.split(whole) : new String[] {whole}) {
            String clean = plain(line);
            if (!clean.isEmpty()) {
                paragraphs.add(clean);
            }
        }
        return paragraphs.isEmpty() ? Optional.empty() : Optional.of(String.join("\n\n", paragraphs));
    }

    /** Saves asking at every letter of a body that is all one line. */
    private static boolean mayEndParagraph(String text) {
        return text.indexOf('<') >= 0
                || text.indexOf('\n') >= 0
                || text.indexOf('\r') >= 0
                || text.indexOf('\u2028') >= 0
                || text.indexOf('\u2029') >= 0;
    }

    /** Strings in JSON-LD are often escaped as if they stood in HTML. */
    private static String plain(String whole) {
        String text = Words.beginning(whole, LONGEST_TEXT);
        String unescaped = Escapes.undone(text);
        String untagged = unescaped.indexOf('<') >= 0
                ? org.jsoup.Jsoup.parseBodyFragment(unescaped).text()
                : unescaped;
        return Words.clean(untagged);
    }
}
