package org.onrecord.scraper.extract.metadata;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.onrecord.contracts.FetchRequest;
import org.onrecord.scraper.extract.page.Page;

/**
 * What a page says of its article beside the text.
 *
 * @param title the headline
 * @param authors people who wrote it, in the page's order
 * @param published when it appeared
 * @param modified when it was last changed
 * @param section the site's section
 * @param declaredLanguage as the page declares it, unverified
 * @param canonicalUrl as the page declares it, unverified
 * @param siteName what the site calls itself
 * @param leadImage URL of the lead image
 * @param description the page's own summary
 * @param linkedBody the text in the page's JSON-LD
 * @param declaresArticle whether JSON-LD or Open Graph calls the page an article
 * @param linksArticle whether JSON-LD does
 * @param declaresProduct whether JSON-LD or Open Graph tells of something for sale
 * @param evidence for each field that was found, where
 */
public record Metadata(
        Optional<String> title,
        List<String> authors,
        Optional<Moment> published,
        Optional<Moment> modified,
        Optional<String> section,
        Optional<String> declaredLanguage,
        Optional<URI> canonicalUrl,
        Optional<String> siteName,
        Optional<URI> leadImage,
        Optional<String> description,
        Optional<String> linkedBody,
        boolean declaresArticle,
        boolean linksArticle,
        boolean declaresProduct,
        Map<String, String> evidence) {

    /** Of a text of which no more than the headline is known. */
    public static Metadata ofTitle(Optional<String> title) {
        Optional<String> none = Optional.empty();
        return new Metadata(
                title,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                none,
                none,
                Optional.empty(),
                none,
                Optional.empty(),
                none,
                none,
                false,
                false,
                false,
                Map.of());
    }

    /** Reads everything that is declared or printed. */
    public static Metadata of(Page page, Optional<URI> url) {
        PageFacts untitled = PageFacts.of(page, url);
        Map<String, String> evidence = new LinkedHashMap<>();
        Optional<String> title = noted(evidence, "title", new TitleFinder(untitled).find());
        PageFacts facts = untitled.withTitle(title);
        Found<List<String>> authors = AuthorFinder.find(facts);
        if (!authors.value().isEmpty()) {
            evidence.put("authors", authors.from());
        }
        return new Metadata(
                title,
                authors.value(),
                noted(evidence, "published", DateFinder.published(facts)),
                noted(evidence, "modified", DateFinder.modified(facts)),
                noted(evidence, "section", section(facts)),
                Optional.ofNullable(page.document().firstElementChild())
                        .map(html -> html.attr("lang"))
                        .filter(language -> !language.isBlank()),
                noted(evidence, "canonicalUrl", canonical(facts)),
                noted(evidence, "siteName", facts.siteName()),
                noted(evidence, "leadImage", image(facts)),
                facts.meta().first("og:description", "description", "twitter:description"),
                facts.linked().flatMap(LinkedArticle::body),
                facts.linked()
                                .map(linked -> linked.type().endsWith("Article")
                                        || linked.type().endsWith("Posting"))
                                .orElse(false)
                        || facts.meta()
                                .first("og:type")
                                .map("article"::equalsIgnoreCase)
                                .orElse(false),
                linksArticle(facts),
                facts.declaresProduct()
                        || facts.meta().first("og:type").orElse("").startsWith("product"),
                evidence);
    }

    private static boolean linksArticle(PageFacts facts) {
        return facts.linked()
                .map(LinkedArticle::type)
                .filter(type -> type.endsWith("Article") || type.endsWith("Posting") || type.equals("Recipe"))
                .isPresent();
    }

    private static <T> Optional<T> noted(Map<String, String> evidence, String field, Optional<Found<T>> found) {
        found.ifPresent(value -> evidence.put(field, value.from()));
        return found.map(Found::value);
    }

    private static Optional<Found<String>> section(PageFacts facts) {
        return facts.meta()
                .first("article:section", "parsely-section", "sailthru.section", "section")
                .map(section -> new Found<>(section, "meta"))
                .or(() ->
                        facts.linked().flatMap(LinkedArticle::section).map(section -> new Found<>(section, "json-ld")))
                .map(PageFacts::name);
    }

    private static Optional<Found<URI>> canonical(PageFacts facts) {
        return facts.page().marks().links().stream()
                .filter(link -> link.attr("rel").equalsIgnoreCase("canonical"))
                .findFirst()
                .flatMap(link -> absolute(link.attr("href"), base(facts)))
                .map(uri -> new Found<>(uri, "link"))
                .or(() -> facts.meta()
                        .first("og:url")
                        .flatMap(url -> absolute(url, facts))
                        .map(uri -> new Found<>(uri, "og:url")))
                .or(() -> facts.linked()
                        .flatMap(LinkedArticle::url)
                        .flatMap(url -> absolute(url, facts))
                        .map(uri -> new Found<>(uri, "json-ld")));
    }

    private static Optional<Found<URI>> image(PageFacts facts) {
        return facts.meta()
                .first("og:image", "og:image:url", "twitter:image", "twitter:image:src")
                .flatMap(image -> absolute(image, facts))
                .map(uri -> new Found<>(uri, "og:image"))
                .or(() -> facts.linked()
                        .flatMap(LinkedArticle::image)
                        .flatMap(image -> absolute(image, facts))
                        .map(uri -> new Found<>(uri, "json-ld")));
    }

    /** What the page's links are relative to. */
    private static Optional<URI> base(PageFacts facts) {
        return facts.page().marks().bases().stream()
                .filter(base -> base.hasAttr("href"))
                .findFirst()
                .flatMap(base -> absolute(base.attr("href"), facts))
                .or(facts::url);
    }

    private static Optional<URI> absolute(String link, PageFacts facts) {
        return absolute(link, facts.url());
    }

    private static Optional<URI> absolute(String link, Optional<URI> url) {
        if (link.isBlank() || link.length() > FetchRequest.MAX_URL_LENGTH) {
            // java.net.URI resolves "../" in quadratic time.
            return Optional.empty();
        }
        try {
            URI uri = new URI(link.strip());
            URI resolved = url.map(base -> base.resolve(uri)).orElse(uri);
            boolean web =
                    "http".equalsIgnoreCase(resolved.getScheme()) || "https".equalsIgnoreCase(resolved.getScheme());
            return web && resolved.getHost() != null ? Optional.of(resolved) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
