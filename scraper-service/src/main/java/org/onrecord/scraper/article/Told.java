package org.onrecord.scraper.article;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.onrecord.scraper.extract.ExtractedArticle;
import org.onrecord.scraper.extract.Extraction;

/**
 * What whoever handed an article in tells of it; it counts for more than what is read. Immutable.
 *
 * @param title the headline
 * @param published when it was published
 * @param authors in their order; none if nothing is told of them
 * @param language ISO 639-1 code
 * @param site its domain, for an article without a URL, or what the site calls itself
 */
public record Told(
        Optional<String> title,
        Optional<Instant> published,
        List<String> authors,
        Optional<String> language,
        Optional<String> site) {

    /** Nothing is told. */
    public static final Told NOTHING =
            new Told(Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.empty());

    private static final String SUBMISSION = "submission";
    private static final String DOMAIN = "(?:[a-z0-9-]{1,63}\\.)+[a-z][a-z0-9-]{1,62}";

    public Told {
        authors = List.copyOf(authors);
    }

    /** The site, where it is told by its domain. */
    Optional<String> domain() {
        return site.filter(name -> name.matches(DOMAIN));
    }

    private Optional<String> siteName() {
        return domain().isPresent() ? Optional.empty() : site;
    }

    Extraction over(Extraction read) {
        return read instanceof ExtractedArticle article && !equals(NOTHING) ? over(article) : read;
    }

    private ExtractedArticle over(ExtractedArticle read) {
        Map<String, String> evidence = new LinkedHashMap<>(read.evidence());
        title.ifPresent(any -> evidence.put("title", SUBMISSION));
        published.ifPresent(any -> evidence.put("published", SUBMISSION));
        language.ifPresent(any -> evidence.put("language", SUBMISSION));
        siteName().ifPresent(any -> evidence.put("siteName", SUBMISSION));
        if (!authors.isEmpty()) {
            evidence.put("authors", SUBMISSION);
        }
        return new ExtractedArticle(
                title.orElse(read.title()),
                authors.isEmpty() ? read.authors() : authors,
                published.or(read::published),
                published.map(at -> at.atZone(ZoneOffset.UTC).toLocalDate()).or(read::publishedDay),
                read.modified(),
                read.section(),
                language.orElse(read.language()),
                read.canonicalUrl(),
                siteName().or(read::siteName),
                read.leadImage(),
                read.text(),
                read.blocks(),
                read.removed(),
                evidence);
    }
}
