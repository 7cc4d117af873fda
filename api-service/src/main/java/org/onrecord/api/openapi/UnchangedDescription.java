package org.onrecord.api.openapi;

import java.util.List;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

import io.quarkus.smallrye.openapi.OpenApiFilter;

/** Says in the OpenAPI document that JSON answers and feeds have an ETag, and that who has one already is told so. Runs when the service is built. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class UnchangedDescription implements OASFilter {

    /** What another service answers passes as it comes. */
    private static final String FORWARDED = "sources";

    private static final List<String> TAGGED =
            List.of("application/json", "application/atom+xml", "application/feed+json");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getPaths().getPathItems().values().stream()
                .map(PathItem::getGET)
                .filter(UnchangedDescription::hasTag)
                .forEach(UnchangedDescription::describe);
    }

    private static boolean hasTag(Operation get) {
        if (get == null
                || !get.getResponses().hasAPIResponse("200")
                || get.getTags().contains(FORWARDED)) {
            return false;
        }
        Content content = get.getResponses().getAPIResponse("200").getContent();
        return content != null && TAGGED.stream().anyMatch(content::hasMediaType);
    }

    private static void describe(Operation get) {
        APIResponse answer = get.getResponses().getAPIResponse("200");
        answer.addHeader(
                "ETag",
                OASFactory.createHeader()
                        .description("Of this answer; weak, the same for compressed and plain ones")
                        .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING)));
        get.getResponses()
                .addAPIResponse(
                        "304",
                        OASFactory.createAPIResponse()
                                .description("The answer is still the one whose ETag was sent as If-None-Match."));
    }
}
