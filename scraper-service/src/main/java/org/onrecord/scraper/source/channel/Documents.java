package org.onrecord.scraper.source.channel;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import org.onrecord.egress.BodyMemory;
import org.onrecord.egress.FetchResult;
import org.onrecord.scraper.article.Reader;
import org.onrecord.scraper.source.document.Document;
import org.onrecord.scraper.source.document.DocumentReader;

/**
 * Reads what was fetched for a source: beside pages, within the same bound of what is read at a time. Whoever fetched it keeps
 * its {@link BodyMemory.Share} until this returns. Thread-safe.
 */
@ApplicationScoped
class Documents {

    private static final Logger LOG = Logger.getLogger(Documents.class);
    /** What a packed file counts as: its list may be much longer than the file. */
    private static final int PACKED = 4 << 20;

    private final DocumentReader documents;
    private final Reader reader;

    Documents(SourceSettings settings, Reader reader) {
        this.documents = new DocumentReader(settings.maxSitemapBytes());
        this.reader = reader;
    }

    /** Whatever a document does to what reads it is the document's failure, and is told as such. */
    Document read(FetchResult.Fetched fetched) {
        byte[] body = fetched.body();
        Optional<String> contentType = fetched.headers().contentType();
        int length = DocumentReader.isGzip(body) ? Math.max(PACKED, body.length) : body.length;
        try {
            return reader.during(fetched.url(), length, () -> documents.read(body, contentType, fetched.url()))
                    .orElseGet(() -> new Document.Unreadable("reading it takes longer than any document may take"));
        } catch (Throwable e) {
            LOG.warnf(e, "document not read, url=%s", fetched.url());
            return new Document.Unreadable("a fault of the scraper, told in its log: " + e);
        }
    }
}
