package org.onrecord.scraper.extract;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.onrecord.contracts.Article;
import org.onrecord.contracts.Block;
import org.onrecord.contracts.BlockKind;
import org.onrecord.contracts.RemovedBlock;
import org.onrecord.scraper.extract.body.BlockJudge;
import org.onrecord.scraper.extract.body.BodyFinder;
import org.onrecord.scraper.extract.body.Judgement;
import org.onrecord.scraper.extract.classify.BlockClassifier;
import org.onrecord.scraper.extract.metadata.Metadata;
import org.onrecord.scraper.extract.metadata.Moment;
import org.onrecord.scraper.extract.page.Page;
import org.onrecord.scraper.extract.page.PageDecoder;
import org.onrecord.scraper.extract.page.PageReader;
import org.onrecord.scraper.extract.page.Region;
import org.onrecord.scraper.extract.page.TextBlock;
import org.onrecord.scraper.extract.page.Words;
import org.onrecord.scraper.extract.removal.ArticleContext;

/** Reads the article out of a page or a text. Stateless and thread-safe; takes time linear in the input's length. */
public final class Extractor {
    /** Name and version, for {@link Article#extractor()}. */
    public static final String VERSION = "onrecord-extract/1";
    /** The longest page that is read, in bytes. */
    public static final int MAX_PAGE_BYTES = 16 * 1024 * 1024;

    private final BlockJudge judge = new BlockJudge(BlockClassifier.shipped());

    /**
     * The article of an HTML page.
     *
     * @param page its bytes
     * @param contentType the value of the header, for its charset
     * @param url where it was fetched, for dates and relative links
     */
    public Extraction extract(byte[] page, Optional<String> contentType, Optional<URI> url) {
        if (page.length > MAX_PAGE_BYTES) {
            return new TooLong(page.length, MAX_PAGE_BYTES);
        }
        String html = PageDecoder.decode(page, contentType);
        if (html.isBlank()) {
            return new Unreadable(Unreadable.Cause.EMPTY);
        }
        Page read = PageReader.read(html);
        Metadata metadata = Metadata.of(read, url);
        Region body = BodyFinder.find(read);
        ArticleContext context = ArticleContext.of(
                read, body, metadata.title(), metadata.description(), metadata.authors(), metadata.linkedBody());
        List<TextBlock> kept = new ArrayList<>();
        List<RemovedBlock> removed = new ArrayList<>();
        for (Judgement judgement : judge.judge(context)) {
            TextBlock block = judgement.block();
            judgement
                    .removedFor()
                    .ifPresentOrElse(
                            reason -> removed.add(new RemovedBlock(reason, block.text(), block.source())),
                            () -> kept.add(block));
        }
        if (kept.isEmpty()) {
            return new NotAnArticle(NotAnArticle.Cause.NO_TEXT, "no running text");
        }
        StringBuilder text = new StringBuilder();
        List<Block> blocks = new ArrayList<>();
        for (TextBlock block : kept) {
            text.append(text.isEmpty() ? "" : "\n\n");
            blocks.add(new Block(
                    block.kind(), text.length(), text.length() + block.text().length(), block.source()));
            text.append(block.text());
        }
        return new ExtractedArticle(
                metadata.title().orElse(""),
                metadata.authors(),
                metadata.published().map(Moment::instant),
                metadata.published().map(Moment::day),
                metadata.modified().map(Moment::instant),
                metadata.section(),
                "und",
                metadata.canonicalUrl(),
                metadata.siteName(),
                metadata.leadImage(),
                text.toString(),
                blocks,
                removed,
                metadata.evidence());
    }

    /**
     * The article of a text that was scraped before: its paragraphs word for word, what is not the article taken out.
     *
     * @param text paragraphs divided by blank lines, or one a line
     * @param url where it came from
     * @param title its headline; otherwise the first line if it reads like one
     */
    public Extraction extractText(String text, Optional<URI> url, Optional<String> title) {
        if (text.isBlank()) {
            return new Unreadable(Unreadable.Cause.EMPTY);
        }
        List<Block> blocks = new ArrayList<>();
        StringBuilder kept = new StringBuilder();
        for (String line : text.split("\\R\\s*\\R")) {
            String words = Words.clean(line);
            if (!words.isEmpty()) {
                kept.append(kept.isEmpty() ? "" : "\n\n");
                blocks.add(new Block(BlockKind.PARAGRAPH, kept.length(), kept.length() + words.length(), null));
                kept.append(words);
            }
        }
        return new ExtractedArticle(
                title.orElse(""),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "und",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                kept.toString(),
                blocks,
                List.of(),
                Map.of());
    }
}
