package org.onrecord.nlp.line;

import java.io.IOException;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;

import io.quarkus.jackson.ObjectMapperCustomizer;

import org.onrecord.chassis.event.WellFormedText;

/** Writes half a surrogate pair as U+FFFD, where Jackson would fail on the whole event. */
@Singleton
final class WellFormedStrings implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new SimpleModule("well-formed-strings").addSerializer(String.class, new Serializer()));
    }

    private static final class Serializer extends StdScalarSerializer<String> {
        private static final long serialVersionUID = 1L;

        Serializer() {
            super(String.class);
        }

        @Override
        public void serialize(String value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeString(WellFormedText.of(value));
        }
    }
}
