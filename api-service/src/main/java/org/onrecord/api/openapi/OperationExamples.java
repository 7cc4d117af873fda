package org.onrecord.api.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.smallrye.openapi.OpenApiFilter;

/**
 * Gives each operation of the OpenAPI document an example: file {@code OPERATION.json} beside this class holds the
 * answer, {@code OPERATION.request.json} the body to send. Runs when the service is built.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class OperationExamples implements OASFilter {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getPaths()
                .getPathItems()
                .values()
                .forEach(path -> path.getOperations().values().forEach(OperationExamples::addExamples));
    }

    private static void addExamples(Operation operation) {
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2")) {
                setExample(response.getContent(), operation.getOperationId() + ".json");
            }
        });
        if (operation.getRequestBody() != null) {
            setExample(operation.getRequestBody().getContent(), operation.getOperationId() + ".request.json");
        }
        operation.getResponses().addAPIResponse("default", problem());
    }

    private static void setExample(Content content, String file) {
        if (content == null) {
            return;
        }
        try (InputStream example = OperationExamples.class.getResourceAsStream(file)) {
            if (example != null) {
                Map<String, Object> value = JSON.readValue(example, OBJECT);
                content.getMediaTypes().values().forEach(type -> type.setExample(value));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static APIResponse problem() {
        MediaType type =
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref("#/components/schemas/Problem"));
        Content content = OASFactory.createContent().addMediaType("application/problem+json", type);
        setExample(content, "problem.json");
        return OASFactory.createAPIResponse()
                .description("A problem document (RFC 9457) that says what to do.")
                .content(content);
    }
}
