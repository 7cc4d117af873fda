package org.onrecord.api.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

import io.quarkus.smallrye.openapi.OpenApiFilter;

import org.onrecord.api.access.FeedPaths;
import org.onrecord.api.access.RequiredScope;

/** Says in the OpenAPI document that each operation needs a key, and what is answered without one. Runs when the service is built. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class AccessDescription implements OASFilter {

    private static final String KEY = "key";
    private static final String SCOPE = "x-required-scope";
    private static final String FEED_KEY = "feedKey";

    private static final Map<String, String> REFUSALS = new TreeMap<>(Map.of(
            "401", "No key, or none that holds: send Authorization: Bearer KEY.",
            "421", "Where no keys are asked for: the host is not one that the service answers to.",
            "429", "The key asks too often; Retry-After says when to ask again."));

    private static final String WRONG_VALUE = "400";
    private static final String NOT_THERE = "404";
    private static final String GONE = "410";
    private static final String TOO_LONG = "413";
    private static final String WRONG_TYPE = "415";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getComponents()
                .addSecurityScheme(
                        KEY,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description(
                                        "An access key, as ./onrecord key create makes it, of the scope that x-required-scope"
                                                + " names beside each operation, or one that allows more: feed, read, write, edit, admin,"
                                                + " each of which allows what the ones before it do. Where the operator trusts an OpenID Connect provider, its access tokens do as"
                                                + " well, with the scopes onrecord:read, onrecord:write, onrecord:edit, onrecord:admin."));
        document.getComponents()
                .addSecurityScheme(
                        FEED_KEY,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.QUERY)
                                .name(FeedPaths.KEY)
                                .description(
                                        "A key of scope feed, in the address of a feed. No other key is taken there."));
        document.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(KEY)));
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().forEach((method, operation) -> {
                    addScope(method.name(), path, operation);
                    addRefusals(path, operation);
                }));
    }

    /** Of keys that are no OAuth there is no place of the standard's own that linters let pass. */
    private static void addScope(String method, String path, Operation operation) {
        String scope = RequiredScope.name(method, path);
        operation.addExtension(SCOPE, scope);
        add(
                operation,
                "403",
                "The key's scope does not allow it: it needs " + scope
                        + ". Where no keys are asked for, a page of another" + " site sent it.");
    }

    private static void addRefusals(String path, Operation operation) {
        if (FeedPaths.isFeed(path)) {
            operation.setSecurity(List.of(
                    OASFactory.createSecurityRequirement().addScheme(KEY),
                    OASFactory.createSecurityRequirement().addScheme(FEED_KEY)));
        }
        REFUSALS.forEach((status, description) -> add(operation, status, description));
        boolean hasBody = operation.getRequestBody() != null;
        boolean hasParameters =
                operation.getParameters() != null && !operation.getParameters().isEmpty();
        if (hasBody || hasParameters) {
            add(operation, WRONG_VALUE, "A parameter, or a field of the body, that is none, or not what it must be.");
        }
        if (path.contains("{")) {
            add(operation, NOT_THERE, "There is nothing of this id, or no longer.");
        }
        if (hasBody) {
            add(operation, TOO_LONG, "The body is longer than is taken.");
            add(
                    operation,
                    WRONG_TYPE,
                    "The body is not said to be what is taken: send Content-Type: "
                            + String.join(
                                    " or ",
                                    operation
                                            .getRequestBody()
                                            .getContent()
                                            .getMediaTypes()
                                            .keySet())
                            + ".");
        }
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("4") && response.getContent() == null) {
                response.setContent(refusal(status, response.getDescription()).getContent());
            }
        });
    }

    private static void add(Operation operation, String status, String description) {
        if (!operation.getResponses().hasAPIResponse(status)) {
            operation.getResponses().addAPIResponse(status, refusal(status, description));
        }
    }

    private static APIResponse refusal(String status, String description) {
        MediaType problem = OASFactory.createMediaType()
                .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))
                .example(example(status, description));
        APIResponse response = OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent().addMediaType("application/problem+json", problem));
        return status.equals("429")
                ? response.addHeader(
                        "Retry-After",
                        OASFactory.createHeader()
                                .description("Seconds")
                                .schema(OASFactory.createSchema().addType(Schema.SchemaType.INTEGER)))
                : response;
    }

    /** In the order of RFC 9457, whenever the document is made. */
    private static Map<String, Object> example(String status, String description) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "https://onrecord.org/problems/" + slug(status));
        problem.put("title", description);
        problem.put("status", Integer.valueOf(status));
        problem.put("detail", description);
        problem.put("instance", "/v1/quotes");
        return problem;
    }

    private static String slug(String status) {
        return switch (status) {
            case WRONG_VALUE -> "invalid-parameters";
            case NOT_THERE -> "not-found";
            case GONE -> "taken-down";
            case TOO_LONG -> "too-large";
            case "401" -> "unauthenticated";
            case "403" -> "forbidden";
            case WRONG_TYPE -> "unsupported-media-type";
            case "421" -> "misdirected-request";
            default -> "too-many-requests";
        };
    }
}
