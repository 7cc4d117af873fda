package org.onrecord.api.takedown;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.smallrye.common.annotation.RunOnVirtualThread;

import org.onrecord.api.page.DatedPosition;
import org.onrecord.api.page.Horizon;
import org.onrecord.api.page.NextLink;
import org.onrecord.api.page.Page;
import org.onrecord.api.page.Total;
import org.onrecord.api.parameter.Paging;
import org.onrecord.database.Database;
import org.onrecord.database.Sql;

/** What was taken down, for those who keep a copy. */
@Path("/v1/takedowns")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "articles")
class TakedownListResource {

    private final Database database;
    private final Horizon horizon;

    TakedownListResource(Database database, Horizon horizon) {
        this.database = database;
        this.horizon = horizon;
    }

    @GET
    @Operation(
            operationId = "takedowns",
            summary = "Which articles were taken down, the first of them first",
            description =
                    "Whoever keeps a copy deletes these articles and their quotes from it. Go on with since of the last.")
    public RestResponse<Page<TakenDown>> list(
            @Valid @BeanParam TakenDownSince since, @Valid @BeanParam Paging paging, UriInfo uri) {
        String question = "takedowns\n" + since.since;
        int limit = paging.limitOrDefault();
        Sql all = new Sql().add("SELECT article_id, taken_down_at FROM article WHERE taken_down_at < ?", horizon.now());
        since.moment().ifPresent(moment -> all.add("AND taken_down_at >= ?", moment));
        Sql page = new Sql().add(all);
        Optional<DatedPosition> after = paging.cursorFor(question).map(DatedPosition::of);
        after.ifPresent(
                position -> page.add("AND (taken_down_at, article_id) > (?, ?)", position.date(), position.id()));
        page.add("ORDER BY taken_down_at, article_id LIMIT ?", limit + 1);
        return Page.of(
                        database.list(
                                page,
                                row -> new TakenDown(
                                        row.getColumn("article_id", UUID.class),
                                        row.getColumn("taken_down_at", Instant.class))),
                        limit,
                        Total.of(database, all),
                        last -> NextLink.after(
                                uri,
                                new DatedPosition(last.takenDown(), last.id())
                                        .cursor()
                                        .encode(question)))
                .response();
    }
}
