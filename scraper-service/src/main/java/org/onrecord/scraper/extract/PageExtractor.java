package org.onrecord.scraper.extract;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.onrecord.scraper.extract.body.BlockJudge;
import org.onrecord.scraper.extract.body.BodyFinder;
import org.onrecord.scraper.extract.body.Judgement;
import org.onrecord.scraper.extract.body.PageKind;
import org.onrecord.scraper.extract.classify.BlockClassifier;
import org.onrecord.scraper.extract.language.LanguageFinder;
import org.onrecord.scraper.extract.metadata.Metadata;
import org.onrecord.scraper.extract.metadata.Moment;
import org.onrecord.scraper.extract.metadata.Paywall;
import org.onrecord.scraper.extract.page.Page;
import org.onrecord.scraper.extract.page.PageReader;
import org.onrecord.scraper.extract.page.Region;
import org.onrecord.scraper.extract.removal.candidate.ArticleContext;

/** HTML to an article: read the page, what it says of itself, where its body is, and which blocks of it are the article's. */
final class PageExtractor {
    private static final Set<PageKind> SHOWS_NOTHING = Set.of(PageKind.NO_TEXT, PageKind.GALLERY);

    private final BlockJudge judge = new BlockJudge(BlockClassifier.shipped());
    private final LanguageFinder languages = new LanguageFinder();

    Extraction extract(String html, Optional<URI> url, int mostNodes) {
        Page page = PageReader.read(html, mostNodes);
        Metadata metadata = Metadata.of(page, url);
        Region body = BodyFinder.find(page);
        List<Judgement> judgements = judge.judge(ArticleContext.of(page, body, metadata));
        Optional<PageKind> kindOfPage = PageKind.notAnArticle(page, metadata, judgements, url);
        if (kindOfPage.filter(SHOWS_NOTHING::contains).isPresent() && ScriptedBody.isIn(metadata)) {
            Map<String, String> evidence = new LinkedHashMap<>(metadata.evidence());
            evidence.put("text", "json-ld");
            return article(metadata, Composition.of(ScriptedBody.of(metadata)), evidence);
        }
        Optional<NotAnArticle> other = kindOfPage.map(kind -> new NotAnArticle(cause(kind)));
        if (other.isPresent()) {
            return other.get();
        }
        Composition composition = Composition.of(judgements);
        return article(metadata, composition, evidence(page, metadata, composition));
    }

    private static Map<String, String> evidence(Page page, Metadata metadata, Composition composition) {
        Map<String, String> evidence = new LinkedHashMap<>(metadata.evidence());
        Paywall.partial(page, composition.text(), composition.removed())
                .ifPresent(from -> evidence.put(Paywall.PARTIAL, from));
        return evidence;
    }

    private ExtractedArticle article(Metadata metadata, Composition composition, Map<String, String> evidence) {
        return new ExtractedArticle(
                metadata.title().orElse(""),
                metadata.authors(),
                metadata.published().map(Moment::instant),
                metadata.published().map(Moment::day),
                metadata.modified().map(Moment::instant),
                metadata.section(),
                languages.find(composition.text(), metadata.declaredLanguage()),
                metadata.canonicalUrl(),
                metadata.siteName(),
                metadata.leadImage(),
                composition.text(),
                composition.blocks(),
                composition.removed(),
                evidence);
    }

    private static NotAnArticle.Cause cause(PageKind kind) {
        return switch (kind) {
            case NO_TEXT -> NotAnArticle.Cause.NO_TEXT;
            case OFFER -> NotAnArticle.Cause.OFFER;
            case LISTING -> NotAnArticle.Cause.LISTING;
            case GALLERY -> NotAnArticle.Cause.GALLERY;
            case ERROR_PAGE -> NotAnArticle.Cause.ERROR_PAGE;
            case WALL -> NotAnArticle.Cause.WALL;
        };
    }
}
