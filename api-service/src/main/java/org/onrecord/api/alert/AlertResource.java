package org.onrecord.api.alert;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

import io.quarkus.resteasy.reactive.jackson.CustomDeserialization;
import io.smallrye.common.annotation.RunOnVirtualThread;

import org.onrecord.api.page.DatedPosition;
import org.onrecord.api.page.NextLink;
import org.onrecord.api.page.Page;
import org.onrecord.api.parameter.Paging;
import org.onrecord.chassis.problem.StrictBody;

/** Who is told of new answers to saved searches. */
@Path(AlertResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "alerts", description = "Webhooks and mail that tell of new quotes that answer a saved search.")
class AlertResource {

    static final String PATH = "/v1/alerts";

    private final Alerts alerts;
    private final Deliveries deliveries;
    private final AlertTests tests;

    AlertResource(Alerts alerts, Deliveries deliveries, AlertTests tests) {
        this.alerts = alerts;
        this.deliveries = deliveries;
        this.tests = tests;
    }

    @GET
    @Operation(
            operationId = "alerts",
            summary = "The alerts of this key, the oldest first",
            description = "Each with whether its receiver takes what is sent.")
    public AlertList list() {
        return new AlertList(alerts.list());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @CustomDeserialization(StrictBody.class)
    @Operation(
            operationId = "addAlert",
            summary = "Be told of new answers to a saved search",
            description = "Each new quote is one delivery: a POST of JSON to the url, signed as the Standard Webhooks"
                    + " specification says (headers webhook-id, webhook-timestamp, webhook-signature) with the secret that this"
                    + " answer alone shows. What says the same as a quote that was told of is not told of, nor is what is read"
                    + " again or comes out of an archive. A receiver answers 2xx within 15 seconds, and may get a delivery twice,"
                    + " under the same webhook-id. Any other answer, a redirect included, is a failure: the delivery is sent"
                    + " again for a day. 410, or a week of failure, disables the alert. With an email in place of the url, what is new is"
                    + " gathered for an hour or a day and sent as one mail; its Message-ID begins with the id of the delivery, and"
                    + " stays the same where it is sent again.")
    @APIResponse(
            responseCode = "201",
            description = "Made, with its secret",
            content = @Content(schema = @Schema(implementation = Alert.class)))
    public Response add(@NotNull NewAlert alert) {
        Alert made = alerts.make(alert);
        return Response.created(URI.create(PATH + "/" + made.id())).entity(made).build();
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "alert",
            summary = "An alert, and whether its receiver takes what is sent",
            description = "What was sent is at /v1/alerts/{id}/deliveries.")
    public Alert get(@RestPath UUID id) {
        return alerts.get(id);
    }

    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @CustomDeserialization(StrictBody.class)
    @Operation(
            operationId = "changeAlert",
            summary = "Change where an alert is sent, pause it, or have it sent again",
            description = "Fields that are left out stay as they are.")
    public Alert change(@RestPath UUID id, @NotNull AlertChange change) {
        return alerts.change(id, change);
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "deleteAlert",
            summary = "Delete an alert with its deliveries",
            description = "What waits is not sent any more.")
    @APIResponse(responseCode = "204", description = "It is gone")
    public void delete(@RestPath UUID id) {
        alerts.delete(id);
    }

    @POST
    @Path("{id}/secret")
    @Operation(
            operationId = "renewAlertSecret",
            summary = "Give an alert another secret",
            description = "For a day deliveries are signed with both, the new one first.")
    public Alert rotate(@RestPath UUID id) {
        return alerts.rotate(id);
    }

    @POST
    @Path("{id}/test")
    @Operation(
            operationId = "testAlert",
            summary = "Send a test to the receiver of an alert",
            description = "Of type alert.test, without a quote. The answer says how it ended; it is not tried again.")
    public Delivery test(@RestPath UUID id) {
        return tests.send(id);
    }

    @GET
    @Path("{id}/deliveries")
    @Operation(
            operationId = "alertDeliveries",
            summary = "What was sent for an alert and what was answered, the newest first",
            description = "Kept for 30 days.")
    public RestResponse<Page<Delivery>> deliveries(@RestPath UUID id, @Valid @BeanParam Paging paging, UriInfo uri) {
        alerts.get(id);
        String question = "deliveries\n" + id;
        Optional<DatedPosition> after = paging.cursorFor(question).map(DatedPosition::of);
        return deliveries
                .page(
                        id,
                        after,
                        paging.limitOrDefault(),
                        last -> NextLink.after(
                                uri,
                                new DatedPosition(last.created(), last.id())
                                        .cursor()
                                        .encode(question)))
                .response();
    }
}
