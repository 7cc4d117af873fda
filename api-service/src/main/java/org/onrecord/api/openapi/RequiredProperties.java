package org.onrecord.api.openapi;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;

import io.quarkus.smallrye.openapi.OpenApiFilter;

/**
 * Says in the OpenAPI document which properties are always there: those of a record that may not be null. Runs when the
 * service is built.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class RequiredProperties implements OASFilter {

    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName SCHEMA = DotName.createSimple(Schema.class);
    private static final DotName OPTIONAL = DotName.createSimple("java.util.Optional");

    private final Map<String, ClassInfo> recordsByName;

    /**
     * @param index the classes of this service and of the contracts
     */
    public RequiredProperties(IndexView index) {
        recordsByName = index.getKnownClasses().stream()
                .filter(type -> type.isRecord() && type.name().toString().startsWith("org.onrecord."))
                // What this service answers comes before an event's record of the same name.
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .collect(Collectors.toMap(
                        RequiredProperties::schemaName, Function.identity(), (first, second) -> first));
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getComponents().getSchemas().forEach((name, schema) -> {
            // A list of something is named PageSomething.
            ClassInfo type = recordsByName.get(name.startsWith("Page") ? "Page" : name);
            if (type != null && schema.getProperties() != null) {
                List<String> required = type.recordComponents().stream()
                        .filter(component -> schema.getProperties().containsKey(component.name()))
                        .filter(component -> !isOptional(component))
                        .map(RecordComponentInfo::name)
                        .toList();
                schema.setRequired(required);
            }
        });
    }

    private static String schemaName(ClassInfo type) {
        AnnotationInstance schema = type.declaredAnnotation(SCHEMA);
        return schema == null || schema.value("name") == null
                ? type.simpleName()
                : schema.value("name").asString();
    }

    private static boolean isOptional(RecordComponentInfo component) {
        return component.hasAnnotation(NULLABLE) || component.type().name().equals(OPTIONAL);
    }
}
