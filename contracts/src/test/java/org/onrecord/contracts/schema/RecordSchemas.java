package org.onrecord.contracts.schema;

import java.lang.reflect.Field;

import org.jspecify.annotations.Nullable;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;

/**
 * The JSON Schema (2020-12) of an event, made from its record: what is not {@code @Nullable} is required, what is may be
 * null or absent, enumerations have the values of the wire, descriptions come from the Javadoc. Further properties are
 * allowed, because readers ignore what they do not know.
 */
final class RecordSchemas {
    private static final String ID_PREFIX = "https://onrecord.org/schemas/";

    private final SchemaGenerator generator;

    RecordSchemas() {
        ComponentDescriptions descriptions = ComponentDescriptions.of(SchemaFiles.SOURCES);
        SchemaGeneratorConfigBuilder builder = new SchemaGeneratorConfigBuilder(
                        SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(new JacksonModule(JacksonOption.FLATTENED_ENUMS_FROM_JSONPROPERTY))
                .with(
                        Option.EXTRA_OPEN_API_FORMAT_VALUES,
                        Option.DEFINITIONS_FOR_ALL_OBJECTS,
                        Option.INLINE_NULLABLE_SCHEMAS,
                        Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES);
        builder.forFields()
                .withRequiredCheck(field -> !isNullable(field))
                .withNullableCheck(RecordSchemas::isNullable)
                .withDescriptionResolver(field -> field.isFakeContainerItemScope()
                        ? null
                        : descriptions
                                .component(field.getDeclaringType().getErasedType(), field.getName())
                                .orElse(null));
        builder.forTypesInGeneral()
                .withPropertySorter((one, other) -> 0)
                .withDescriptionResolver(scope -> isOurs(scope.getType())
                        ? descriptions.type(scope.getType().getErasedType()).orElse(null)
                        : null);
        generator = new SchemaGenerator(builder.build());
    }

    JsonNode of(EventType event) {
        ObjectNode schema = generator.generateSchema(event.type);
        ObjectNode named = schema.objectNode();
        named.set("$schema", schema.remove("$schema"));
        named.put("$id", ID_PREFIX + event.schemaFile());
        named.put("title", event.cloudEventsType);
        return named.setAll(schema);
    }

    private static boolean isNullable(FieldScope field) {
        return !field.isFakeContainerItemScope()
                && field.getRawMember() instanceof Field raw
                && raw.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static boolean isOurs(ResolvedType type) {
        return type.getErasedType().getPackageName().equals("org.onrecord.contracts");
    }
}
