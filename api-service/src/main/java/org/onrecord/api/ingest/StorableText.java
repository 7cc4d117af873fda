package org.onrecord.api.ingest;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;

import org.onrecord.chassis.event.WellFormedText;

/**
 * Reads strings, keys of maps included, so that PostgreSQL can hold them: U+0000, which its text cannot, and halves of surrogate pairs, which
 * UTF-8 cannot, become U+FFFD. The replacement is as long, so offsets hold.
 */
final class StorableText extends StdScalarDeserializer<String> {
    private static final long serialVersionUID = 1L;

    private StorableText() {
        super(String.class);
    }

    static SimpleModule module() {
        return new SimpleModule("storable-text")
                .addDeserializer(String.class, new StorableText())
                .addKeyDeserializer(String.class, new KeyDeserializer() {
                    @Override
                    public Object deserializeKey(String key, DeserializationContext context) {
                        return of(key);
                    }
                });
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = parser.getValueAsString();
        if (text == null) {
            return (String) context.handleUnexpectedToken(String.class, parser);
        }
        return of(text);
    }

    /** Returns the text itself if it can be stored, a copy of the same length otherwise. */
    static String of(String text) {
        return WellFormedText.withoutNul(text);
    }
}
