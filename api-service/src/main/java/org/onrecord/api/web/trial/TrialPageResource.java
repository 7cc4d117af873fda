package org.onrecord.api.web.trial;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import org.onrecord.api.forward.Analysed;
import org.onrecord.api.forward.Extracted;
import org.onrecord.api.forward.Service;
import org.onrecord.api.forward.ServiceAnswers;
import org.onrecord.api.forward.Trials;
import org.onrecord.api.web.article.MarkedText;
import org.onrecord.api.web.article.MarkedText.Mark;
import org.onrecord.api.web.article.MarkedText.Role;
import org.onrecord.api.web.frame.Frame;
import org.onrecord.api.web.frame.OutcomeWords;
import org.onrecord.api.web.frame.Section;
import org.onrecord.api.web.frame.Shown;
import org.onrecord.api.web.frame.Visit;
import org.onrecord.api.web.statement.Statements;
import org.onrecord.api.web.trial.TrialView.Reading;
import org.onrecord.api.web.trial.TrialView.Removed;
import org.onrecord.api.web.trial.TrialView.Result;
import org.onrecord.chassis.event.WireName;
import org.onrecord.chassis.problem.ProblemException;
import org.onrecord.chassis.problem.ProblemType;
import org.onrecord.contracts.Entity;
import org.onrecord.contracts.Field;
import org.onrecord.contracts.MentionKind;
import org.onrecord.contracts.Quote;
import org.onrecord.contracts.Span;

/** Reads what somebody pastes, and shows what was read and why. Nothing is stored. */
@Path("/try")
@RunOnVirtualThread
class TrialPageResource {

    private static final String EXTRACTED = "extracted";
    private static final String ANALYSED = "analysed";
    private static final double SURE = 0.8;
    private static final String NO_ADDRESS = "Give the whole address, such as https://news.example/story.";

    private final ServiceAnswers services;
    private final Trials trials;
    private final Visit visit;

    TrialPageResource(ServiceAnswers services, Trials trials, Visit visit) {
        this.services = services;
        this.trials = trials;
        this.visit = visit;
    }

    @CheckedTemplate(basePath = "trial")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance trial(TrialView page, Frame frame);
    }

    @GET
    public Response ask() {
        return page(view("", "", "", null));
    }

    @POST
    public Response tried(@RestForm @Nullable String text, @RestForm @Nullable String token) {
        visit.checkForm(token);
        String typed = text == null ? "" : text.strip();
        if (typed.isEmpty()) {
            return page(view("", "", "Paste a text first.", null));
        }
        trials.begin();
        Extracted page = services.send(
                Service.SCRAPER,
                "POST",
                "/v1/extract",
                Map.of(typed.startsWith("<") ? "html" : "text", typed),
                Extracted.class);
        return read(page, Shown.words(typed), "");
    }

    /** Has a page fetched, for which whoever asks must be let have pages read. */
    @POST
    @Path("address")
    public Response fetched(@RestForm @Nullable String url, @RestForm @Nullable String token) {
        visit.checkForm(token);
        String typed = url == null ? "" : url.strip();
        if (typed.isEmpty()) {
            return page(view("", "", NO_ADDRESS, null));
        }
        trials.begin();
        try {
            Extracted page = services.send(
                    Service.SCRAPER, "POST", "/v1/extract/address", Map.of("url", typed), Extracted.class);
            return read(page, "", Shown.words(typed));
        } catch (ProblemException e) {
            if (e.type() != ProblemType.INVALID_SUBMISSION) {
                throw e;
            }
            return page(view("", Shown.words(typed), NO_ADDRESS, null));
        }
    }

    /** Of whoever loads the answer again, or comes back to it. */
    @GET
    @Path("address")
    public Response askAgain() {
        return Response.status(Response.Status.SEE_OTHER)
                .header("Location", "/try")
                .build();
    }

    private Response read(Extracted page, String text, String address) {
        if (!page.outcome().equals(EXTRACTED)) {
            return page(view(text, address, without(page), null));
        }
        Analysed read = services.send(
                Service.READER,
                "POST",
                "/v1/analyze",
                Map.of("title", page.article().title(), "text", page.article().text()),
                Analysed.class);
        String why = read.outcome().equals(ANALYSED)
                ? ""
                : "Statements were not read: " + read.outcome().replace('-', ' ') + ".";
        return page(view(text, address, why, result(page.article(), read)));
    }

    private static String without(Extracted page) {
        String words = OutcomeWords.of(page.outcome()).orElse("No article was found in it.");
        return page.detail() == null ? words : words + " (" + Shown.words(OutcomeWords.detail(page.detail())) + ")";
    }

    private TrialView view(String text, String address, String why, @Nullable Result result) {
        return new TrialView(text, address, visit.mayWrite(), why, result);
    }

    private Response page(TrialView view) {
        return visit.page(Templates.trial(view, visit.frame("Try it", Section.TRY)));
    }

    private static Result result(Extracted.ExtractedArticle article, Analysed read) {
        List<Quote> quotes = Objects.requireNonNullElse(read.quotes(), List.of());
        Map<Integer, String> names = new HashMap<>();
        for (Entity entity : Objects.requireNonNullElse(read.entities(), List.<Entity>of())) {
            names.put(entity.id(), entity.name());
        }
        List<Mark> marks = marks(read, quotes);
        List<String> anchors =
                quotes.stream().map(quote -> "q-" + quote.quoteId()).toList();
        List<Reading> readings = new ArrayList<>();
        for (Quote quote : quotes) {
            String speakers = quote.speakers().stream()
                    .map(speaker -> names.getOrDefault(speaker.entityId(), speaker.surface()))
                    .collect(Collectors.joining(", "));
            readings.add(new Reading(
                    readings.size() + 1,
                    quote.quoteId().toString(),
                    Shown.words(speakers),
                    Shown.words(quote.text()),
                    Statements.kind(quote.kind()),
                    Statements.stance(quote.stance()),
                    (int) Math.floor(quote.confidence() * 100),
                    quote.confidence() < SURE,
                    Statements.shownBy(quote.rule())));
        }
        return new Result(
                new MarkedText(article.title(), Field.TITLE, marks, anchors).pieces(),
                new MarkedText(article.text(), Field.TEXT, marks, anchors).parts(article.blocks()),
                readings,
                article.removed().stream()
                        .map(block ->
                                new Removed(WireName.of(block.reason()).replace('-', ' '), Shown.words(block.text())))
                        .toList());
    }

    private static List<Mark> marks(Analysed read, List<Quote> quotes) {
        List<Mark> marks = new ArrayList<>();
        if (read.mentions() != null) {
            read.mentions().stream()
                    .filter(mention -> mention.kind() == MentionKind.NAME)
                    .forEach(mention -> marks.add(new Mark(Role.NAME, mention.span(), 0, null)));
        }
        int number = 0;
        for (Quote quote : quotes) {
            number++;
            for (Span span : quote.spans()) {
                marks.add(new Mark(Role.QUOTE, span, number, null));
            }
            if (quote.cue() != null) {
                marks.add(new Mark(Role.CUE, quote.cue().span(), number, null));
            }
            for (var speaker : quote.speakers()) {
                marks.add(new Mark(Role.SPEAKER, speaker.span(), number, null));
            }
        }
        return marks;
    }
}
