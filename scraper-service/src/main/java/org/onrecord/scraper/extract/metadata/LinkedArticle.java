package org.onrecord.scraper.extract.metadata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jsoup.parser.Parser;

import com.fasterxml.jackson.databind.JsonNode;

import org.onrecord.scraper.extract.page.Words;

/**
 * The article that a page's JSON-LD tells of.
 *
 * @param type its schema.org type
 * @param authors their names
 * @param organisations those among the authors that are declared an organisation
 * @param body the text as the publisher's system holds it: evidence for finding it on the page, never printed
 */
public record LinkedArticle(
        String type,
        Optional<String> headline,
        List<String> authors,
        Set<String> organisations,
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

    /** Characters of a body that are compared with what the page prints, and of anything shorter. */
    private static final int LONGEST_TEXT = 200_000;

    private static final Set<String> PAGE_TYPES =
            Set.of("WebPage", "VideoObject", "ItemPage", "PodcastEpisode", "ProfilePage");

    /** The best telling of an article among the objects: the one of an article type that says most. */
    static Optional<LinkedArticle> among(List<JsonNode> objects) {
        JsonNode best = null;
        int most = 0;
        for (JsonNode object : objects) {
            int says = says(object);
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
        Set<String> organisations = new java.util.LinkedHashSet<>();
        names(object.path("author"), byId, authors, organisations, 0);
        if (authors.isEmpty()) {
            names(object.path("creator"), byId, authors, organisations, 0);
        }
        return new LinkedArticle(
                type(object),
                text(object, "headline").or(() -> text(object, "name")),
                authors,
                organisations,
                text(object, "datePublished").or(() -> text(object, "dateCreated")),
                text(object, "dateModified"),
                text(object, "articleSection"),
                image(object.path("image")),
                nameOf(object.path("publisher"), byId),
                text(object, "url").or(() -> text(object.path("mainEntityOfPage"), "@id")),
                text(object, "articleBody"));
    }

    private static void names(
            JsonNode node, Map<String, JsonNode> byId, List<String> names, Set<String> organisations, int depth) {
        if (names.size() >= MOST_NAMES) {
            // A reference may stand there a hundred thousand times, for something with as many names.
            return;
        }
        if (node.isTextual()) {
            JsonNode referred = byId.get(node.textValue());
            if (referred != null && depth < 3) {
                names(referred, byId, names, organisations, depth + 1);
            } else {
                add(names, node.textValue());
            }
        } else if (node.isArray() && depth < 3) {
            node.forEach(each -> names(each, byId, names, organisations, depth + 1));
        } else if (node.isObject()) {
            JsonNode name = node.path("name");
            if (name.isMissingNode() && depth < 3) {
                JsonNode referred = byId.get(node.path("@id").asText(""));
                if (referred != null && referred != node) {
                    names(referred, byId, names, organisations, depth + 1);
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
                organisations.addAll(own);
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

    /** Strings in JSON-LD are often escaped as if they stood in HTML. */
    private static String plain(String whole) {
        String text = Words.beginning(whole, LONGEST_TEXT);
        String unescaped = text.indexOf('&') >= 0 ? Parser.unescapeEntities(text, false) : text;
        String untagged = unescaped.indexOf('<') >= 0
                ? org.jsoup.Jsoup.parseBodyFragment(unescaped).text()
                : unescaped;
        return Words.clean(untagged);
    }
}
