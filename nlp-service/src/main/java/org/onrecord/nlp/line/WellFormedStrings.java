package org.onrecord.nlp.line;

import java.io.IOException;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;

import io.quarkus.jackson.ObjectMapperCustomizer;

/**
 * Writes half a surrogate pair as U+FFFD. JSON can carry one in as {@code \ud800}, but UTF-8 cannot carry it out, and
 * Jackson would fail on the whole event. The replacement is as long, so offsets hold.
 */
@Singleton
final class WellFormedStrings implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new SimpleModule("well-formed-strings").addSerializer(String.class, new Serializer()));
    }

    /** Returns the text itself if it is well-formed, a copy with each lone surrogate replaced otherwise. */
    static String wellFormed(String text) {
        StringBuilder mended = null;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (!Character.isSurrogate(unit)) {
                continue;
            }
            if (Character.isHighSurrogate(unit)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                continue;
            }
            if (mended == null) {
                mended = new StringBuilder(text);
            }
            mended.setCharAt(i, '\uFFFD');
        }
        return mended == null ? text : mended.toString();
    }

    private static final class Serializer extends StdScalarSerializer<String> {
        private static final long serialVersionUID = 1L;

        Serializer() {
            super(String.class);
        }

        @Override
        public void serialize(String value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeString(wellFormed(value));
        }
    }
}
