package org.onrecord.api.web.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.jspecify.annotations.Nullable;

import io.smallrye.common.annotation.RunOnVirtualThread;

import org.onrecord.api.entity.Entities;
import org.onrecord.api.entity.Entity;
import org.onrecord.api.entity.EntityParameters;
import org.onrecord.api.entity.EntitySummary;
import org.onrecord.api.entity.LikeNames;
import org.onrecord.api.entity.NameKey;
import org.onrecord.api.forward.Service;
import org.onrecord.api.forward.ServiceAnswers;
import org.onrecord.api.forward.SourceList;
import org.onrecord.api.page.NextLink;
import org.onrecord.api.page.Page;
import org.onrecord.api.page.Total;
import org.onrecord.api.parameter.OptionalId;
import org.onrecord.api.parameter.Paging;
import org.onrecord.api.parameter.SortParameter;
import org.onrecord.api.quote.Quote;
import org.onrecord.api.quote.QuotePages;
import org.onrecord.api.quote.QuoteParameters;
import org.onrecord.api.timeline.Counted;
import org.onrecord.api.timeline.QuoteCounts;
import org.onrecord.api.timeline.Stretches;
import org.onrecord.api.timeline.Top;
import org.onrecord.api.timeline.TopParameters;
import org.onrecord.api.web.frame.Address;
import org.onrecord.api.web.frame.Section;
import org.onrecord.api.web.frame.Shown;
import org.onrecord.api.web.frame.Visit;
import org.onrecord.api.web.search.SearchView.Chip;
import org.onrecord.api.web.search.SearchView.Facet;
import org.onrecord.api.web.search.SearchView.Known;
import org.onrecord.api.web.search.SearchView.Meant;
import org.onrecord.api.web.search.SearchView.Row;
import org.onrecord.api.web.statement.Statements;
import org.onrecord.api.web.statement.TimeChart;
import org.onrecord.chassis.problem.ProblemException;

/** The front page: statements, the newest first, and everything that narrows them. */
@Path("/")
@RunOnVirtualThread
class SearchResource {

    private static final int ROWS = 8;
    private static final int KNOWN = 4;

    private final QuotePages quotes;
    private final QuoteCounts counts;
    private final Entities entities;
    private final Statements statements;
    private final LikeNames likeNames;
    private final PagesConfig config;
    private final ServiceAnswers services;
    private final Visit visit;

    SearchResource(
            QuotePages quotes,
            QuoteCounts counts,
            Entities entities,
            LikeNames likeNames,
            Statements statements,
            PagesConfig config,
            ServiceAnswers services,
            Visit visit) {
        this.services = services;
        this.likeNames = likeNames;
        this.config = config;
        this.quotes = quotes;
        this.counts = counts;
        this.entities = entities;
        this.statements = statements;
        this.visit = visit;
    }

    @GET
    public Response search(
            @Valid @BeanParam SearchParameters box,
            @Valid @BeanParam QuoteParameters parameters,
            @Valid @BeanParam Paging paging,
            UriInfo uri) {
        Address question = new Address("/", filters(parameters));
        if (box.ask != null) {
            return Response.status(Response.Status.SEE_OTHER)
                    .header("Location", asked(box.ask, question, uri).toString())
                    .build();
        }
        Page<Quote> found = quotes.page(parameters, new SortParameter(), paging, NextLink.of(uri));
        boolean filtered = !question.parameters().isEmpty();
        boolean empty = !filtered && found.items().isEmpty();
        SearchView view = new SearchView(
                question.parameters(),
                chips(question),
                parameters.q == null ? List.of() : known(parameters.q, uri),
                statements.of(found.items(), visit.locale()),
                total(found.total(), visit.locale()),
                found.next(),
                paging.cursor == null ? null : question.toString(),
                found.items().isEmpty() ? List.of() : facets(parameters, question),
                found.items().isEmpty() ? null : chart(parameters, question),
                question.at("/v1/exports/quotes").with("format", "csv").toString(),
                question.at("/v1/exports/quotes").with("format", "jsonl").toString(),
                question.at("/v1/quotes.atom").toString(),
                Address.of("/searches").with("query", query(question)).toString(),
                question.at("/v1/stream").toString(),
                found.items().isEmpty() ? meant(parameters, question) : List.of(),
                empty,
                empty && isWatching(),
                config.sampleSite().orElse(""));
        String title = filtered ? "Search" : "Who said what";
        return visit.page(Templates.search(view, visit.frame(title, Section.SEARCH)));
    }

    private boolean isWatching() {
        try {
            return !services.get(Service.SCRAPER, "/v1/sources", SourceList.class)
                    .items()
                    .isEmpty();
        } catch (ProblemException e) {
            // Whoever adds one is told what is the matter.
            return false;
        }
    }

    /** The filters alone; a sign that stands for none where there are none, since a parameter may not be empty. */
    private static String query(Address question) {
        return question.parameters().isEmpty() ? "?" : question.at("").toString();
    }

    /** Where what was typed leads: a name to what its bearer said, anything else to the words. */
    private Address asked(String typed, Address question, UriInfo uri) {
        AskBox.Asked asked = AskBox.read(typed);
        Address narrowed = question;
        for (Map.Entry<String, String> filter : asked.filters().entrySet()) {
            narrowed = narrowed.with(filter.getKey(), filter.getValue());
        }
        if (asked.words().isEmpty()) {
            return narrowed;
        }
        Optional<EntitySummary> named = narrowed.has("speaker")
                ? Optional.empty()
                : entities(asked.words(), uri).stream()
                        .filter(entity -> goesBy(entity, asked.words()))
                        .findFirst();
        if (named.isPresent()) {
            String role = named.get().counts().quotesBy() > 0 ? "speaker" : "about";
            return narrowed.has(role) ? narrowed.with("q", asked.words()) : narrowed.with(role, asked.words());
        }
        return narrowed.with("q", asked.words());
    }

    /** By the whole name or its last word, as people are spoken of. */
    private static boolean goesBy(EntitySummary entity, String words) {
        String name = NameKey.of(entity.name());
        String typed = NameKey.of(words);
        return !typed.isEmpty() && (name.equals(typed) || name.endsWith(" " + typed));
    }

    private List<EntitySummary> entities(String words, UriInfo uri) {
        if (NameKey.of(words).isEmpty() || words.length() > NameKey.MAX_LENGTH) {
            return List.of();
        }
        EntityParameters parameters = new EntityParameters();
        parameters.q = words;
        return entities.list(parameters, NextLink.of(uri)).items().stream()
                .sorted((one, other) -> Long.compare(
                        other.counts().quotesBy() + other.counts().mentions(),
                        one.counts().quotesBy() + one.counts().mentions()))
                .toList();
    }

    private List<Known> known(String words, UriInfo uri) {
        return entities(words, uri).stream()
                .limit(KNOWN)
                .map(entity -> new Known(
                        Shown.words(entity.name()),
                        entity.type().name().toLowerCase(Locale.ROOT),
                        "/entities/" + entity.id(),
                        Address.of("/").with("speaker", entity.id()).toString(),
                        Address.of("/").with("about", entity.id()).toString(),
                        entity.counts().quotesBy(),
                        entity.counts().quotesAbout()))
                .toList();
    }

    /** Whom somebody may mean where nothing was found: by a filter, or by words that are no name as they stand. */
    private List<Meant> meant(QuoteParameters parameters, Address question) {
        List<String> words =
                parameters.q == null || parameters.q.length() > NameKey.MAX_LENGTH ? List.of() : List.of(parameters.q);
        return Stream.of(
                        meant("speaker", parameters.speaker, question),
                        meant("about", parameters.about, question),
                        question.has("speaker") ? List.<Meant>of() : meant("speaker", words, question.without("q")),
                        question.has("about") ? List.<Meant>of() : meant("about", words, question.without("q")))
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<Meant> meant(String role, @Nullable List<String> asked, Address question) {
        return likeNames.of(role, asked).stream()
                .map(name ->
                        new Meant(Shown.words(name), question.with(role, name).toString()))
                .toList();
    }

    private List<Facet> facets(QuoteParameters parameters, Address question) {
        List<Facet> facets = new ArrayList<>();
        if (!question.has("speaker")) {
            facets.add(facet("Said by", "speaker", parameters, question));
        }
        if (!question.has("about")) {
            facets.add(facet("About", "about", parameters, question));
        }
        if (!question.has("site")) {
            facets.add(facet("Printed by", "site", parameters, question));
        }
        return facets.stream().filter(facet -> !facet.rows().isEmpty()).toList();
    }

    private Facet facet(String title, String of, QuoteParameters parameters, Address question) {
        TopParameters top = new TopParameters();
        top.of = of;
        top.limit = String.valueOf(ROWS);
        List<Top.Place> places = counts.top(top, parameters).items();
        long most = places.stream().mapToLong(Top.Place::count).max().orElse(1);
        return new Facet(
                title,
                places.stream()
                        .map(place -> new Row(
                                Shown.words(place.name()),
                                place.count(),
                                100 * place.count() / most,
                                question.with(of, place.entityId() == null ? place.name() : place.entityId())
                                        .toString()))
                        .toList());
    }

    private TimeChart chart(QuoteParameters parameters, Address question) {
        Stretches months = new Stretches();
        months.interval = "month";
        return TimeChart.of(
                counts.timeline(months, new Counted(), parameters),
                visit.locale(),
                (first, last) -> question.with("from", first).with("to", last));
    }

    private List<Chip> chips(Address question) {
        return question.parameters().stream()
                .map(filter -> new Chip(
                        name(filter.name()),
                        value(filter.name(), filter.value()),
                        question.without(filter).toString()))
                .toList();
    }

    private static String name(String filter) {
        return switch (filter) {
            case "speaker" -> "said by";
            case "q" -> "words";
            case "minConfidence" -> "at least this sure";
            default -> filter;
        };
    }

    private String value(String filter, String value) {
        return switch (filter) {
            case "speaker", "about" -> Shown.words(nameOf(value));
            case "minConfidence" -> percent(value);
            default -> Shown.words(value);
        };
    }

    private String nameOf(String nameOrId) {
        Optional<UUID> id = OptionalId.of(nameOrId);
        return id.flatMap(entities::byId).map(Entity::name).orElse(nameOrId);
    }

    private static String percent(String share) {
        return Math.round(Double.parseDouble(share) * 100) + "%";
    }

    private static List<Address.Parameter> filters(QuoteParameters parameters) {
        List<Address.Parameter> filters = new ArrayList<>();
        put(filters, "speaker", parameters.speaker);
        put(filters, "about", parameters.about);
        put(filters, "q", one(parameters.q));
        put(filters, "site", parameters.site);
        put(filters, "from", one(parameters.from));
        put(filters, "to", one(parameters.to));
        put(filters, "kind", one(parameters.kind));
        put(filters, "stance", one(parameters.stance));
        put(filters, "minConfidence", one(parameters.minConfidence));
        put(filters, "storedSince", one(parameters.storedSince));
        put(filters, "changedSince", one(parameters.changedSince));
        return filters;
    }

    private static List<String> one(@Nullable String value) {
        return value == null ? List.of() : List.of(value);
    }

    private static void put(List<Address.Parameter> filters, String name, @Nullable List<String> values) {
        if (values != null) {
            values.forEach(value -> filters.add(new Address.Parameter(name, value)));
        }
    }

    private static String total(Total total, Locale reader) {
        String number = String.format(reader, "%,d", total.value());
        return switch (total.relation()) {
            case EXACT -> total.value() == 1 ? "1 statement" : number + " statements";
            case AT_LEAST -> "more than " + number + " statements";
        };
    }
}
