package org.onrecord.nlp.quote;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.onrecord.chassis.environment.FileFault;
import org.onrecord.nlp.coreference.ArticleEntityResolver;
import org.onrecord.nlp.coreference.Entities;
import org.onrecord.nlp.coreference.EntityResolver;
import org.onrecord.nlp.document.Document;
import org.onrecord.nlp.name.NameFinder;
import org.onrecord.nlp.name.TaggerNameFinder;
import org.onrecord.nlp.quote.Quotation.QuotedSpeaker;
import org.onrecord.nlp.quote.Quotation.TextSpan;
import org.onrecord.nlp.sentence.DocumentReader;
import org.onrecord.nlp.sentence.OpenNlpDocumentReader;

/**
 * Finds the quotations of each text in a file: {@code IN.jsonl OUT.jsonl}. A line of IN is {@code {"id", "text"}}, its
 * line in OUT {@code {"id", "quotes": [{start, end, text, spans, type, stance, speaker, speakers, cue, confidence, rule}]}} with UTF-16
 * offsets into the text. One line is held in memory at a time. A line that cannot be read is reported on standard error
 * by its number and left out; the exit code is then 1.
 */
public final class QuotesCommand {

    private final ObjectMapper mapper = new ObjectMapper();
    private final DocumentReader reader;
    private final NameFinder names;
    private final EntityResolver resolver;
    private final QuoteFinder quotes;
    private final PrintStream complaints;

    public QuotesCommand(
            DocumentReader reader,
            NameFinder names,
            EntityResolver resolver,
            QuoteFinder quotes,
            PrintStream complaints) {
        this.reader = reader;
        this.names = names;
        this.resolver = resolver;
        this.quotes = quotes;
        this.complaints = complaints;
    }

    static QuotesCommand load(PrintStream complaints) {
        return new QuotesCommand(
                OpenNlpDocumentReader.load(),
                TaggerNameFinder.load(),
                new ArticleEntityResolver(),
                new ReportedSpeechFinder(),
                complaints);
    }

    public static void main(String[] arguments) {
        System.exit(run(System.err, arguments));
    }

    /** Returns the exit code: 0, 1 if a line or a file could not be read or written, 2 if the arguments make no sense. */
    static int run(PrintStream complaints, String... arguments) {
        if (arguments.length != 2) {
            complaints.println("Usage: quotes IN.jsonl OUT.jsonl");
            return 2;
        }
        // Readers that report malformed UTF-8 would end the run at the first bad byte; these replace it.
        try (BufferedReader in = new BufferedReader(
                        new InputStreamReader(Files.newInputStream(Path.of(arguments[0])), StandardCharsets.UTF_8));
                BufferedWriter out = new BufferedWriter(
                        new OutputStreamWriter(Files.newOutputStream(Path.of(arguments[1])), StandardCharsets.UTF_8))) {
            return load(complaints).run(in, out) == 0 ? 0 : 1;
        } catch (IOException e) {
            complaints.println("quotes: " + FileFault.of(e));
            return 1;
        }
    }

    /** Reads and answers line by line; returns how many lines could not be read. */
    public int run(Reader lines, BufferedWriter out) throws IOException {
        BufferedReader in = lines instanceof BufferedReader buffered ? buffered : new BufferedReader(lines);
        int bad = 0;
        int number = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            number++;
            if (!line.isBlank()) {
                bad += answer(line, number, out) ? 0 : 1;
            }
        }
        return bad;
    }

    private boolean answer(String line, int number, BufferedWriter out) throws IOException {
        JsonNode record;
        try {
            record = mapper.readTree(line);
        } catch (JsonProcessingException e) {
            return complain(number, "not JSON: " + e.getOriginalMessage());
        }
        if (!record.path("text").isTextual() || !record.has("id")) {
            return complain(number, "no id or no text");
        }
        ObjectNode answer = mapper.createObjectNode();
        answer.set("id", record.get("id"));
        answer.set("quotes", quotes(record.get("text").textValue()));
        out.write(mapper.writeValueAsString(answer));
        out.newLine();
        return true;
    }

    private boolean complain(int number, String what) {
        complaints.println("line " + number + ": " + what);
        return false;
    }

    private ArrayNode quotes(String text) {
        Document document = reader.read("", text);
        Entities entities = resolver.resolve(document, names.find(document));
        ArrayNode found = mapper.createArrayNode();
        for (Quotation quotation : quotes.find(document, entities)) {
            found.add(quote(quotation, text, entities));
        }
        return found;
    }

    private ObjectNode quote(Quotation quotation, String text, Entities entities) {
        List<TextSpan> spans = quotation.spans();
        ObjectNode quote =
                span(new TextSpan(spans.getFirst().start(), spans.getLast().end()), text);
        ArrayNode pieces = quote.putArray("spans");
        spans.forEach(piece -> pieces.addArray().add(piece.start()).add(piece.end()));
        quote.put("type", quotation.kind().name().toLowerCase(Locale.ROOT));
        quote.put("stance", quotation.stance().name().toLowerCase(Locale.ROOT));
        quotation
                .speaker()
                .ifPresentOrElse(
                        speaker -> quote.set("speaker", speaker(speaker, text, entities)),
                        () -> quote.putNull("speaker"));
        ArrayNode speakers = quote.putArray("speakers");
        quotation.speakers().forEach(speaker -> speakers.add(speaker(speaker, text, entities)));
        quotation.cue().ifPresentOrElse(cue -> quote.set("cue", span(cue, text)), () -> quote.putNull("cue"));
        quote.put("confidence", Math.round(quotation.confidence() * 1000) / 1000.0);
        quote.put("rule", quotation.rule());
        return quote;
    }

    private ObjectNode speaker(QuotedSpeaker speaker, String text, Entities entities) {
        ObjectNode who = span(speaker.span(), text);
        speaker.entity()
                .ifPresent(id -> who.put("entity", entities.entities().get(id).name()));
        return who;
    }

    private ObjectNode span(TextSpan span, String text) {
        return mapper.createObjectNode()
                .put("start", span.start())
                .put("end", span.end())
                .put("text", text.substring(span.start(), span.end()));
    }
}
