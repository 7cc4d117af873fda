package org.onrecord.benchmarks.answering;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.store.FSDirectory;

/** Lucene in this process, as one of an engine's shards: its index has the order of dates, and nothing is kept but ids. */
final class LuceneWords implements WordEngines.Engine, AutoCloseable {

    private static final Sort NEWEST_FIRST = new Sort(new SortField("date", SortField.Type.LONG, true));
    private static final double BUFFER_MB = 256;

    private final Path folder;
    private final IndexWriter writer;
    private DirectoryReader reader;
    private volatile IndexSearcher searcher;

    LuceneWords(Path folder) throws IOException {
        this.folder = folder;
        this.writer = new IndexWriter(
                FSDirectory.open(folder),
                new IndexWriterConfig(new EnglishAnalyzer())
                        .setIndexSort(NEWEST_FIRST)
                        .setRAMBufferSizeMB(BUFFER_MB));
        this.reader = DirectoryReader.open(writer);
    }

    @Override
    public void fill(int from, int to) throws IOException {
        for (int number = from; number < to; number++) {
            MadeUpQuote quote = MadeUpQuote.of(number);
            Document document = new Document();
            document.add(new StringField("id", quote.id().toString(), Store.YES));
            document.add(new TextField("text", quote.text(), Store.NO));
            document.add(new StringField("speaker", "name " + quote.speaker(), Store.NO));
            document.add(new NumericDocValuesField("date", quote.date().toEpochMilli()));
            writer.addDocument(document);
        }
        writer.commit();
        refresh();
    }

    @Override
    public long ask(WordEngines.Question question) throws IOException {
        Query query = query(question);
        if (question.isCount()) {
            return searcher.count(query);
        }
        var manager = new TopFieldCollectorManager(NEWEST_FIRST, WordEngines.PAGE, null, WordEngines.COUNTED);
        var found = searcher.search(query, manager).scoreDocs;
        for (var each : found) {
            searcher.storedFields().document(each.doc).get("id");
        }
        return found.length;
    }

    private static Query query(WordEngines.Question question) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        for (String word : question.words()) {
            Term term = new Term("text", stem(word));
            phrase.add(term);
            if (!question.isPhrase()) {
                query.add(new TermQuery(term), Occur.FILTER);
            }
        }
        if (question.isPhrase()) {
            query.add(phrase.build(), Occur.FILTER);
        }
        if (question.isBySpeaker()) {
            query.add(new TermQuery(new Term("speaker", "name 0")), Occur.FILTER);
        }
        return query.build();
    }

    private static String stem(String word) {
        try (EnglishAnalyzer analyzer = new EnglishAnalyzer();
                var tokens = analyzer.tokenStream("text", word)) {
            var term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            tokens.incrementToken();
            return term.toString();
        } catch (IOException e) {
            throw new IllegalStateException("words are in memory", e);
        }
    }

    @Override
    public void takeDown(int quote) throws IOException {
        writer.deleteDocuments(new Term("id", MadeUpQuote.of(quote).id().toString()));
        writer.commit();
        refresh();
    }

    private void refresh() throws IOException {
        DirectoryReader newer = DirectoryReader.openIfChanged(reader);
        if (newer != null) {
            reader.close();
            reader = newer;
        }
        searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
    }

    @Override
    public long cpuElsewhere() {
        return 0;
    }

    @Override
    public String size() throws IOException {
        return String.format(
                Locale.ROOT,
                "index %d MB in %d segments",
                WordEngines.bytes(folder) >> 20,
                reader.leaves().size());
    }

    @Override
    public void close() throws IOException {
        reader.close();
        writer.close();
    }
}
