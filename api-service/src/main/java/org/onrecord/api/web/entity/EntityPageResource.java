package org.onrecord.api.web.entity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import io.smallrye.common.annotation.RunOnVirtualThread;

import org.onrecord.api.entity.Entities;
import org.onrecord.api.entity.Entity;
import org.onrecord.api.entity.EntityParameters;
import org.onrecord.api.entity.EntitySummary;
import org.onrecord.api.entity.NameKey;
import org.onrecord.api.page.NextLink;
import org.onrecord.api.page.Page;
import org.onrecord.api.parameter.OptionalId;
import org.onrecord.api.parameter.SortParameter;
import org.onrecord.api.quote.Quote;
import org.onrecord.api.quote.QuotePages;
import org.onrecord.api.quote.QuoteParameters;
import org.onrecord.api.review.PeopleReviews;
import org.onrecord.api.review.Review;
import org.onrecord.api.review.Reviews;
import org.onrecord.api.timeline.QuoteCounts;
import org.onrecord.api.timeline.Stretches;
import org.onrecord.api.timeline.TopParameters;
import org.onrecord.api.web.entity.EntityView.Counted;
import org.onrecord.api.web.entity.EntityView.Reason;
import org.onrecord.api.web.frame.Address;
import org.onrecord.api.web.frame.Day;
import org.onrecord.api.web.frame.Section;
import org.onrecord.api.web.frame.Shown;
import org.onrecord.api.web.frame.Visit;
import org.onrecord.api.web.statement.Statements;
import org.onrecord.api.web.statement.TimeChart;
import org.onrecord.chassis.problem.ProblemException;
import org.onrecord.contracts.EntityType;

/** The page of a person, a body or a place. */
@Path("/entities/{id}")
@RunOnVirtualThread
class EntityPageResource {

    private static final int RELATED = 12;
    private static final int SITES = 8;

    private final Entities entities;
    private final QuotePages quotes;
    private final QuoteCounts counts;
    private final Statements statements;
    private final PeopleReviews people;
    private final Reviews reviews;
    private final Visit visit;

    EntityPageResource(
            Entities entities,
            QuotePages quotes,
            QuoteCounts counts,
            Statements statements,
            PeopleReviews people,
            Reviews reviews,
            Visit visit) {
        this.people = people;
        this.reviews = reviews;
        this.entities = entities;
        this.quotes = quotes;
        this.counts = counts;
        this.statements = statements;
        this.visit = visit;
    }

    @GET
    public Response show(@RestPath UUID id, @Valid @BeanParam EntityPageParameters parameters, UriInfo uri) {
        Optional<Entity> found = entities.byId(id);
        if (found.isEmpty()) {
            return Response.status(Response.Status.MOVED_PERMANENTLY)
                    .header("Location", "/entities/" + entities.movedTo(id))
                    .build();
        }
        Entity entity = found.get();
        boolean said = parameters.show == null ? entity.counts().quotesBy() > 0 : parameters.show.equals("said");
        QuoteParameters of = new QuoteParameters();
        if (said) {
            of.speaker = List.of(id.toString());
        } else {
            of.about = List.of(id.toString());
        }
        Page<Quote> page = quotes.page(of, new SortParameter(), parameters, NextLink.of(uri));
        EntityView view = view(entity, said, of, page);
        return visit.page(Templates.entity(view, visit.frame(view.name(), Section.SEARCH)));
    }

    private EntityView view(Entity entity, boolean said, QuoteParameters of, Page<Quote> page) {
        Locale reader = visit.locale();
        Address own = Address.of("/entities/" + entity.id());
        Address search = Address.of("/").with(said ? "speaker" : "about", entity.id());
        return new EntityView(
                Shown.words(entity.name()),
                entity.type().name().toLowerCase(Locale.ROOT),
                said,
                own.with("show", "said").toString(),
                own.with("show", "about").toString(),
                entity.counts().quotesBy(),
                entity.counts().quotesAbout(),
                entity.counts().articles(),
                Day.of(entity.firstDate(), reader),
                Day.of(entity.lastDate(), reader),
                entity.names().stream()
                        .filter(name -> !name.text().equals(entity.name()))
                        .map(name -> new Counted(Shown.words(name.text()), name.articles(), null))
                        .toList(),
                entity.roles().stream()
                        .map(role -> new Counted(Shown.words(role.text()), role.articles(), null))
                        .toList(),
                statements.of(page.items(), reader),
                page.next(),
                search.toString(),
                search.at("/v1/exports/quotes").with("format", "csv").toString(),
                Address.of("/compare")
                        .with("name", entity.id())
                        .with("as", said ? null : "about")
                        .toString(),
                page.items().isEmpty() ? null : chart(of, search, reader),
                entity.identity().reasons().stream()
                        .map(reason -> new Reason(reason(reason.evidence()), reason.articles()))
                        .toList(),
                entity.identity().namesakes().stream()
                        .map(other ->
                                new Counted(Shown.words(other.name()), other.articles(), "/entities/" + other.id()))
                        .toList(),
                entities.related(entity.id()).stream()
                        .limit(RELATED)
                        .map(other ->
                                new Counted(Shown.words(other.name()), other.articles(), "/entities/" + other.id()))
                        .toList(),
                sites(of, search),
                visit.mayEdit() && entity.type() == EntityType.PERSON,
                own.toString(),
                page.items().stream()
                        .map(Quote::article)
                        .distinct()
                        .map(article -> new EntityView.Article(
                                article.id().toString(),
                                article.title().isBlank() ? "Without a headline" : Shown.words(article.title()),
                                Day.of(article.date(), reader)))
                        .toList(),
                visit.mayEdit() ? decided(entity.id(), reader) : List.of());
    }

    private List<EntityView.Decided> decided(UUID id, Locale reader) {
        return people.standing(id).stream()
                .map(review -> new EntityView.Decided(
                        review.id().toString(),
                        decision(review, id) + ", by " + Shown.words(review.author()) + ", "
                                + Day.withTime(review.time(), reader).text()
                                + (review.note() == null ? "" : ": " + Shown.words(review.note()))))
                .toList();
    }

    private static String decision(Review review, UUID id) {
        return switch (review.decision()) {
            case MERGED -> "Merged with another";
            case SEPARATED -> id.equals(review.personId()) ? "Another was separated" : "Separated from another";
            case RENAMED -> "Renamed to " + Shown.words(review.name());
            default -> "";
        };
    }

    /** Says that the person is another. */
    @POST
    @Path("merge")
    public Response merge(
            @RestPath UUID id,
            @RestForm @Nullable String into,
            @RestForm @Nullable String note,
            @RestForm @Nullable String token) {
        visit.checkForm(token);
        UUID other = bearer(id, into == null ? "" : into.strip());
        people.merge(id, other, why(note));
        return back(other);
    }

    /** Whom somebody means by the address of a page, or by a name that nobody else bears. */
    private UUID bearer(UUID id, String typed) {
        // The address of a page ends with the id of whom it shows.
        String last = typed.substring(typed.lastIndexOf('/') + 1).replaceFirst("[?#].*", "");
        return OptionalId.of(last).orElseGet(() -> {
            List<UUID> bearers =
                    named(typed).stream().filter(other -> !other.equals(id)).toList();
            if (bearers.size() == 1) {
                return bearers.getFirst();
            }
            throw ProblemException.invalid(
                    "into",
                    bearers.isEmpty()
                            ? "must be the name of somebody here, or the address of their page"
                            : "is the name of several people here: give the address of the page of the one you mean");
        });
    }

    private List<UUID> named(String name) {
        if (NameKey.of(name).isEmpty() || name.length() > NameKey.MAX_LENGTH) {
            return List.of();
        }
        EntityParameters people = new EntityParameters();
        people.q = name;
        people.type = "person";
        return entities.list(people, UnaryOperator.identity()).items().stream()
                .filter(one -> NameKey.of(one.name()).equals(NameKey.of(name)))
                .map(EntitySummary::id)
                .toList();
    }

    /** Says that in some articles it is another. */
    @POST
    @Path("separate")
    public Response separate(
            @RestPath UUID id,
            @RestForm List<UUID> article,
            @RestForm @Nullable String name,
            @RestForm @Nullable String note,
            @RestForm @Nullable String token) {
        visit.checkForm(token);
        people.separate(
                id,
                List.of(),
                article == null ? List.of() : article,
                Optional.ofNullable(name).filter(given -> !given.isBlank()),
                why(note));
        return back(id);
    }

    @POST
    @Path("rename")
    public Response rename(
            @RestPath UUID id,
            @RestForm @Nullable String name,
            @RestForm @Nullable String note,
            @RestForm @Nullable String token) {
        visit.checkForm(token);
        people.rename(id, name == null ? "" : name, why(note));
        return back(id);
    }

    @POST
    @Path("undo")
    public Response undo(@RestPath UUID id, @RestForm @Nullable UUID review, @RestForm @Nullable String token) {
        visit.checkForm(token);
        if (review == null) {
            throw ProblemException.invalid("review", "must be given");
        }
        reviews.undoReview(review);
        return back(id);
    }

    private static Optional<String> why(@Nullable String note) {
        return Optional.ofNullable(note).filter(words -> !words.isBlank());
    }

    private static Response back(UUID id) {
        return Response.status(Response.Status.SEE_OTHER)
                .header("Location", "/entities/" + id)
                .build();
    }

    private TimeChart chart(QuoteParameters of, Address search, Locale reader) {
        Stretches months = new Stretches();
        months.interval = "month";
        return TimeChart.of(
                counts.timeline(months, new org.onrecord.api.timeline.Counted(), of),
                reader,
                (first, last) -> search.with("from", first).with("to", last));
    }

    private List<Counted> sites(QuoteParameters of, Address search) {
        TopParameters top = new TopParameters();
        top.of = "site";
        top.limit = String.valueOf(SITES);
        return counts.top(top, of).items().stream()
                .map(site -> new Counted(
                        site.name(),
                        site.count(),
                        search.with("site", site.name()).toString()))
                .toList();
    }

    private static String reason(String evidence) {
        return switch (evidence) {
            case "editor" -> "An editor decided it.";
            case "role" -> "Another article gives the name the same role.";
            case "company" -> "Another article names it with two of the same people or bodies.";
            case "variant" -> "Another form of the name, in the same role or company.";
            case "name" -> "Nothing but the name, which nobody else here is known to bear.";
            case "occupation" -> "A role of a walk of life that no other bearer of the name has.";
            case "surname" -> "The surname alone, in a role or company that one of its bearers has.";
            case "namesakes" -> "Nothing but the name, which others bear too: taken for the one who is named most.";
            default -> evidence;
        };
    }
}
