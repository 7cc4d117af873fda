package org.onrecord.api.web.source;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import org.onrecord.api.forward.OpmlOutcome;
import org.onrecord.api.forward.Service;
import org.onrecord.api.forward.ServiceAnswers;
import org.onrecord.api.forward.Source;
import org.onrecord.api.forward.SourceChannel;
import org.onrecord.api.forward.SourceList;
import org.onrecord.api.quote.QuoteParameters;
import org.onrecord.api.timeline.QuoteCounts;
import org.onrecord.api.timeline.Top;
import org.onrecord.api.timeline.TopParameters;
import org.onrecord.api.trace.Traces;
import org.onrecord.api.web.frame.Address;
import org.onrecord.api.web.frame.Day;
import org.onrecord.api.web.frame.Frame;
import org.onrecord.api.web.frame.Section;
import org.onrecord.api.web.frame.Shown;
import org.onrecord.api.web.frame.Visit;
import org.onrecord.api.web.source.SourcesView.Channel;
import org.onrecord.api.web.source.SourcesView.Refused;
import org.onrecord.api.web.source.SourcesView.Stored;
import org.onrecord.api.web.source.SourcesView.Taken;
import org.onrecord.api.web.source.SourcesView.Watched;
import org.onrecord.chassis.problem.ProblemException;

/** What is watched, how it fares, and what became of a story. */
@Path("/sources")
@RunOnVirtualThread
class SourcesPageResource {

    private static final Logger LOG = Logger.getLogger(SourcesPageResource.class);

    private static final String SOURCES = "/v1/sources";

    private final ServiceAnswers services;
    private final Traces traces;
    private final QuoteCounts counts;
    private final Visit visit;

    SourcesPageResource(ServiceAnswers services, Traces traces, QuoteCounts counts, Visit visit) {
        this.services = services;
        this.traces = traces;
        this.counts = counts;
        this.visit = visit;
    }

    @CheckedTemplate(basePath = "source")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance sources(SourcesView page, Frame frame);
    }

    @GET
    public Response list(@Valid @BeanParam SourcesParameters parameters) {
        return page(parameters, null);
    }

    /** Watches what a feed reader exported. What became of it is told in this one answer. */
    @POST
    @Path("opml")
    public Response take(@RestForm @Nullable String opml, @RestForm @Nullable String token) {
        visit.checkForm(token);
        if (opml == null || opml.isBlank()) {
            throw ProblemException.invalid("opml", "must be the list that a feed reader exported");
        }
        OpmlOutcome outcome = services.addSources(opml.strip().getBytes(StandardCharsets.UTF_8));
        return page(new SourcesParameters(), taken(outcome));
    }

    private static Taken taken(OpmlOutcome outcome) {
        return new Taken(
                outcome.added(),
                outcome.known(),
                outcome.items().stream()
                        .filter(outline -> outline.outcome().equals("refused"))
                        .map(outline -> new Refused(
                                Shown.words(outline.url() == null ? outline.title() : outline.url()),
                                Shown.words(outline.reason())))
                        .toList());
    }

    private Response page(SourcesParameters parameters, @Nullable Taken taken) {
        SourceList list = new SourceList(List.of(), null);
        String away = "";
        try {
            list = services.get(
                    Service.SCRAPER,
                    parameters.cursor == null ? SOURCES : SOURCES + "?cursor=" + parameters.cursor,
                    SourceList.class);
        } catch (ProblemException e) {
            // What became of a story is told all the same.
            away = e.getMessage();
        }
        Map<String, Stored> stored = stored(list);
        SourcesView view = new SourcesView(
                list.items().stream()
                        .map(source -> watched(source, source.site() == null ? null : stored.get(source.site())))
                        .toList(),
                list.next() == null ? null : list.next().replace(SOURCES, "/sources"),
                away,
                parameters.story == null ? "" : parameters.story,
                parameters.story == null
                        ? null
                        : StoryTrace.told(traces.ofUrl(parameters.story.strip()), visit.locale()),
                taken);
        return visit.page(Templates.sources(view, visit.frame("Sources", Section.SOURCES)));
    }

    @POST
    public Response add(
            @RestForm @Nullable String url,
            @RestForm @Nullable String include,
            @RestForm @Nullable String exclude,
            @RestForm @Nullable String then,
            @RestForm @Nullable String token) {
        visit.checkForm(token);
        services.send(
                Service.SCRAPER,
                "POST",
                SOURCES,
                Map.of(
                        "url",
                        url == null ? "" : url.strip(),
                        "include",
                        patterns(include),
                        "exclude",
                        patterns(exclude)),
                Source.class);
        return "/".equals(then) ? to(then) : back();
    }

    @POST
    @Path("{id}/pause")
    public Response pause(@RestPath UUID id, @RestForm @Nullable String token) {
        return change(id, true, token);
    }

    @POST
    @Path("{id}/resume")
    public Response resume(@RestPath UUID id, @RestForm @Nullable String token) {
        return change(id, false, token);
    }

    @POST
    @Path("{id}/remove")
    public Response remove(@RestPath UUID id, @RestForm @Nullable String token) {
        visit.checkForm(token);
        services.delete(Service.SCRAPER, SOURCES + "/" + id);
        return back();
    }

    private Response change(UUID id, boolean paused, @Nullable String token) {
        visit.checkForm(token);
        services.send(Service.SCRAPER, "PATCH", SOURCES + "/" + id, Map.of("paused", paused), Source.class);
        return back();
    }

    private static Response back() {
        return to("/sources");
    }

    private static Response to(String page) {
        return Response.status(Response.Status.SEE_OTHER)
                .header("Location", page)
                .build();
    }

    private static List<String> patterns(@Nullable String typed) {
        return typed == null
                ? List.of()
                : Stream.of(typed.strip().split("[\\s,]+"))
                        .filter(pattern -> !pattern.isEmpty())
                        .toList();
    }

    /** Of the sites of a list alone, and by their names; empty if it cannot be counted now. */
    private Map<String, Stored> stored(SourceList list) {
        try {
            return storedNow(list);
        } catch (JdbiException | ProblemException e) {
            LOG.warnf("sources are shown without what is stored of them, cause=%s", e.getMessage());
            return Map.of();
        }
    }

    private Map<String, Stored> storedNow(SourceList list) {
        Set<String> sites =
                list.items().stream().map(Source::site).filter(Objects::nonNull).collect(Collectors.toSet());
        if (sites.isEmpty()) {
            return Map.of();
        }
        TopParameters top = new TopParameters();
        top.of = "site";
        top.limit = String.valueOf(sites.size());
        QuoteParameters ofSites = new QuoteParameters();
        ofSites.site = List.copyOf(new TreeSet<>(sites));
        Map<String, Long> statements = counted(counts.top(top, ofSites));
        Map<String, Long> articles = counted(counts.articles(sites));
        return sites.stream()
                .collect(Collectors.toMap(
                        site -> site,
                        site -> new Stored(
                                articles.getOrDefault(site, 0L),
                                statements.getOrDefault(site, 0L),
                                Address.of("/").with("site", site).toString())));
    }

    private static Map<String, Long> counted(Top top) {
        return top.items().stream().collect(Collectors.toMap(Top.Place::name, Top.Place::count));
    }

    private Watched watched(Source source, @Nullable Stored stored) {
        Locale reader = visit.locale();
        return new Watched(
                source.id().toString(),
                Shown.words(source.url()),
                Shown.link(source.url()),
                source.state(),
                source.state().equals("paused"),
                source.articlesFound(),
                stored,
                Day.withTime(source.lastFoundAt(), reader),
                Shown.words(source.lastError()),
                Day.withTime(source.lastErrorAt(), reader),
                source.include() == null ? "" : String.join(" ", source.include()),
                source.exclude() == null ? "" : String.join(" ", source.exclude()),
                source.channels() == null
                        ? List.of()
                        : source.channels().stream()
                                .map(channel -> channel(channel, reader))
                                .toList());
    }

    private static Channel channel(SourceChannel channel, Locale reader) {
        return new Channel(
                Shown.words(channel.url()),
                channel.kind(),
                pace(channel.every()),
                Day.withTime(channel.polledAt(), reader),
                Shown.words(channel.error()));
    }

    private static String pace(@Nullable String every) {
        try {
            long minutes = every == null ? 0 : Duration.parse(every).toMinutes();
            return minutes < 1 ? "" : minutes < 120 ? "every " + minutes + " min" : "every " + minutes / 60 + " h";
        } catch (DateTimeParseException e) {
            return every;
        }
    }
}
