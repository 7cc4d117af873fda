package org.onrecord.chassis.problem;

import java.lang.reflect.Type;
import java.util.function.BiFunction;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;

/**
 * Reads the body of a request by the letter: a field that is misspelt would otherwise be one that silently does nothing, and a
 * number is no text. Events are read otherwise, since a later release may have more to tell. For {@code @CustomDeserialization}.
 */
public final class StrictBody implements BiFunction<ObjectMapper, Type, ObjectReader> {

    private volatile ObjectMapper strict;

    /** Made by the JSON extension. */
    public StrictBody() {}

    @Override
    public ObjectReader apply(ObjectMapper mapper, Type type) {
        if (strict == null) {
            strict = strict(mapper);
        }
        return strict.readerFor(strict.constructType(type));
    }

    private static ObjectMapper strict(ObjectMapper mapper) {
        ObjectMapper strict = mapper.copy().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        strict.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        strict.coercionConfigFor(LogicalType.Boolean)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.String, CoercionAction.Fail);
        return strict;
    }
}
