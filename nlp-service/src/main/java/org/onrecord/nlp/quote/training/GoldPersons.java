package org.onrecord.nlp.quote.training;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/** The names of those who speak an annotated quotation; none where the article does not name them. */
final class GoldPersons {
    private GoldPersons() {}

    static List<String> of(JsonNode quote) {
        List<String> names = new ArrayList<>();
        JsonNode who = quote.path("who");
        if (who.isArray()) {
            who.forEach(name -> names.add(name.asText()));
        } else if (who.isTextual()) {
            names.add(who.asText());
        } else if (quote.path("speaker").path("entity").isTextual()) {
            names.add(quote.path("speaker").path("entity").asText());
        }
        return names;
    }
}
