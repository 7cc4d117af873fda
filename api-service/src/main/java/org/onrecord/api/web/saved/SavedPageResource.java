package org.onrecord.api.web.saved;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.stream.Collectors;

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

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

import org.onrecord.api.access.Sessions;
import org.onrecord.api.alert.Alert;
import org.onrecord.api.alert.AlertChange;
import org.onrecord.api.alert.AlertTests;
import org.onrecord.api.alert.Alerts;
import org.onrecord.api.alert.Deliveries;
import org.onrecord.api.alert.Delivery;
import org.onrecord.api.alert.NewAlert;
import org.onrecord.api.entity.Entities;
import org.onrecord.api.entity.Entity;
import org.onrecord.api.page.DatedPosition;
import org.onrecord.api.page.NextLink;
import org.onrecord.api.page.Page;
import org.onrecord.api.parameter.DeclaredParameters;
import org.onrecord.api.parameter.OptionalId;
import org.onrecord.api.parameter.Paging;
import org.onrecord.api.saved.NewSearch;
import org.onrecord.api.saved.Question;
import org.onrecord.api.saved.SavedSearch;
import org.onrecord.api.saved.SavedSearches;
import org.onrecord.api.web.frame.Day;
import org.onrecord.api.web.frame.Frame;
import org.onrecord.api.web.frame.Section;
import org.onrecord.api.web.frame.Shown;
import org.onrecord.api.web.frame.Visit;
import org.onrecord.api.web.saved.DeliveriesView.Sent;
import org.onrecord.api.web.saved.SavedView.Asked;
import org.onrecord.api.web.saved.SavedView.Made;
import org.onrecord.api.web.saved.SavedView.Saved;
import org.onrecord.api.web.saved.SavedView.Told;

/** What somebody keeps an eye on: saved searches, their feeds and alerts, and what was delivered. */
@Path("/searches")
@RunOnVirtualThread
class SavedPageResource {

    private final SavedSearches searches;
    private final Question question;
    private final Alerts alerts;
    private final AlertTests tests;
    private final Deliveries deliveries;
    private final Entities entities;
    private final Sessions sessions;
    private final Visit visit;

    SavedPageResource(
            SavedSearches searches,
            Question question,
            Alerts alerts,
            AlertTests tests,
            Deliveries deliveries,
            Entities entities,
            Sessions sessions,
            Visit visit) {
        this.entities = entities;
        this.searches = searches;
        this.question = question;
        this.alerts = alerts;
        this.tests = tests;
        this.deliveries = deliveries;
        this.sessions = sessions;
        this.visit = visit;
    }

    @CheckedTemplate(basePath = "saved")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance searches(SavedView page, Frame frame);

        static native TemplateInstance deliveries(DeliveriesView page, Frame frame);
    }

    @GET
    public Response list(@Valid @BeanParam SavedParameters parameters) {
        Asked asked = Optional.ofNullable(parameters.query)
                .map(question::checked)
                .map(query -> new Asked(query, words(query)))
                .orElse(null);
        return page(asked, null);
    }

    @POST
    public Response save(
            @RestForm @Nullable String name,
            @RestForm @Nullable String query,
            @RestForm @Nullable String url,
            @RestForm @Nullable String email,
            @RestForm @Nullable String every,
            @RestForm @Nullable String token) {
        visit.checkForm(token);
        SavedSearch saved =
                searches.save(new NewSearch(Optional.of(name == null ? "" : name), Optional.ofNullable(query)));
        mailed(saved.id(), email, every);
        return url == null || url.isBlank() ? back("/searches") : made(saved.id(), url);
    }

    @POST
    @Path("{id}/remove")
    public Response remove(@RestPath UUID id, @RestForm @Nullable String token) {
        visit.checkForm(token);
        searches.delete(id);
        return back("/searches");
    }

    @POST
    @Path("{id}/alerts")
    public Response alert(
            @RestPath UUID id,
            @RestForm @Nullable String url,
            @RestForm @Nullable String email,
            @RestForm @Nullable String every,
            @RestForm @Nullable String token) {
        visit.checkForm(token);
        return mailed(id, email, every) ? back("/searches") : made(id, url == null ? "" : url);
    }

    /** Whether there is an address to mail to. */
    private boolean mailed(UUID search, @Nullable String email, @Nullable String every) {
        if (email == null || email.isBlank()) {
            return false;
        }
        alerts.make(NewAlert.mail(search, email, Optional.ofNullable(every)));
        return true;
    }

    @GET
    @Path("alerts/{id}")
    public Response deliveries(@RestPath UUID id, @Valid @BeanParam Paging paging, UriInfo uri) {
        Told alert = told(alerts.get(id));
        String asked = "deliveries\n" + id;
        Page<Delivery> sent = deliveries.page(
                id,
                paging.cursorFor(asked).map(DatedPosition::of),
                paging.limitOrDefault(),
                last -> NextLink.after(
                        uri,
                        new DatedPosition(last.created(), last.id()).cursor().encode(asked)));
        DeliveriesView view =
                new DeliveriesView(alert, sent.items().stream().map(this::sent).toList(), sent.next());
        return visit.page(Templates.deliveries(view, visit.frame("Deliveries", Section.SEARCHES)));
    }

    @POST
    @Path("alerts/{id}/{change: pause|resume}")
    public Response change(@RestPath UUID id, @RestPath String change, @RestForm @Nullable String token) {
        visit.checkForm(token);
        String state = change.equals("pause") ? "paused" : "active";
        alerts.change(id, AlertChange.state(state));
        return back("/searches");
    }

    @POST
    @Path("alerts/{id}/secret")
    public Response renew(@RestPath UUID id, @RestForm @Nullable String token) {
        visit.checkForm(token);
        return shown(alerts.rotate(id));
    }

    @POST
    @Path("alerts/{id}/test")
    public Response test(@RestPath UUID id, @RestForm @Nullable String token) {
        visit.checkForm(token);
        tests.send(id);
        return back("/searches/alerts/" + id);
    }

    @POST
    @Path("alerts/{id}/remove")
    public Response removeAlert(@RestPath UUID id, @RestForm @Nullable String token) {
        visit.checkForm(token);
        alerts.delete(id);
        return back("/searches");
    }

    private Response made(UUID search, String url) {
        return shown(alerts.make(NewAlert.webhook(search, url)));
    }

    /** Its secret is in this one answer. */
    private Response shown(Alert alert) {
        return page(null, new Made(Shown.words(alert.url()), alert.secret()));
    }

    private Response page(@Nullable Asked asked, @Nullable Made made) {
        List<Alert> all = alerts.list();
        List<Saved> saved = new ArrayList<>();
        for (SavedSearch search : searches.list()) {
            saved.add(new Saved(
                    search.id().toString(),
                    Shown.words(search.name()),
                    words(search.query()),
                    search.query().isEmpty() ? "/" : "/?" + search.query(),
                    search.atom(),
                    search.jsonFeed(),
                    all.stream()
                            .filter(alert -> alert.search().equals(search.id()))
                            .map(this::told)
                            .toList()));
        }
        SavedView view = new SavedView(saved, asked, made, sessions.areNeeded(), alerts.sendsMail());
        TemplateInstance page = Templates.searches(view, visit.frame("Saved searches and alerts", Section.SEARCHES));
        return made == null ? visit.page(page) : visit.pageOnce(page);
    }

    private String words(String query) {
        StringJoiner words = new StringJoiner(" · ");
        DeclaredParameters.values(query)
                .forEach((name, values) -> words.add(
                        filter(name) + " " + values.stream().map(this::called).collect(Collectors.joining(" or "))));
        return query.isEmpty() ? "every statement" : Shown.words(words.toString());
    }

    /** What somebody is called who is asked for by id. */
    private String called(String value) {
        return OptionalId.of(value).flatMap(entities::byId).map(Entity::name).orElse(value);
    }

    private static String filter(String name) {
        return switch (name) {
            case "speaker" -> "said by";
            case "q" -> "words";
            case "minConfidence" -> "at least this sure:";
            default -> name;
        };
    }

    private Told told(Alert alert) {
        return new Told(
                alert.id().toString(),
                Shown.words(alert.url() == null ? alert.email() : alert.url()),
                alert.url() != null,
                alert.every() == null ? "" : "a mail, " + alert.every(),
                alert.state(),
                alert.disabledReason() == null ? "" : alert.disabledReason(),
                Day.withTime(alert.failingSince(), visit.locale()));
    }

    private Sent sent(Delivery delivery) {
        String answer = delivery.status() == null
                ? Shown.words(delivery.error())
                : delivery.status() + " " + Shown.words(delivery.answer());
        return new Sent(
                delivery.id().toString(),
                delivery.quote() == null ? null : "/statements/" + delivery.quote(),
                delivery.statements(),
                Day.withTime(delivery.created(), visit.locale()),
                delivery.state(),
                delivery.attempts(),
                answer,
                Day.withTime(delivery.next(), visit.locale()));
    }

    private static Response back(String path) {
        return Response.status(Response.Status.SEE_OTHER)
                .header("Location", path)
                .build();
    }
}
