package org.onrecord.scraper.article;

import java.net.URI;
import java.util.Optional;

import org.onrecord.chassis.event.BriefText;
import org.onrecord.contracts.Article;
import org.onrecord.scraper.extract.ExtractedArticle;
import org.onrecord.scraper.extract.Extractor;
import org.onrecord.scraper.extract.metadata.Paywall;
import org.onrecord.scraper.identity.ArticleIdentity;
import org.onrecord.scraper.identity.CanonicalUrl;
import org.onrecord.scraper.identity.Fingerprint;
import org.onrecord.scraper.identity.Site;

/** From what was read on a page to the event that travels on. */
final class Articles {

    private Articles() {}

    static Article of(Origin origin, ExtractedArticle read, Told told) {
        Optional<URI> canonical = origin.url().map(url -> CanonicalUrl.of(url, read.canonicalUrl()));
        String title = BriefText.of(read.title(), Article.MAX_TITLE_LENGTH - 1);
        ArticleIdentity identity = ArticleIdentity.of(canonical, title, read.text());
        return new Article(
                identity.articleId(),
                identity.version(),
                origin.requestId(),
                origin.requestedUrl().orElse(null),
                origin.url().map(URI::toString).orElse(null),
                canonical.map(URI::toString).orElse(null),
                origin.url().map(Site::of).or(told::domain).orElse(null),
                read.siteName().orElse(null),
                title,
                read.authors(),
                read.published().orElse(null),
                read.modified().orElse(null),
                read.section().orElse(null),
                read.language(),
                read.leadImage().map(URI::toString).orElse(null),
                read.text(),
                read.blocks(),
                read.removed(),
                read.evidence(),
                origin.receivedAt(),
                Extractor.VERSION,
                origin.archiveRecordId().map(URI::toString).orElse(null),
                Fingerprint.of(read.text()),
                origin.rights().orElse(null),
                origin.cutOff().isPresent() || read.evidence().containsKey(Paywall.PARTIAL));
    }
}
