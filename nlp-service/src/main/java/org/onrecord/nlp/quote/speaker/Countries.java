package org.onrecord.nlp.quote.speaker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Countries with their capitals, which stand for their governments ("Tehran says"), and with the adjectives and short forms
 * that mean them ("the Dutch government"): {@code countries.tsv} (name, capitals, adjectives). Immutable.
 */
final class Countries {
    private static final String TABLE = "/org/onrecord/nlp/quote/countries.tsv";
    private static final Countries ALL = read();

    private final Set<String> names = new HashSet<>();
    private final Map<String, Set<String>> namesByCapital = new HashMap<>();
    private final Map<String, Set<String>> namesByAdjective = new HashMap<>();

    private Countries() {}

    /** All names of the country whose capital a place is, in lower case; none for what is no capital. */
    static Set<String> ofCapital(String place) {
        return ALL.namesByCapital.getOrDefault(place.toLowerCase(Locale.ROOT), Set.of());
    }

    static boolean isCountry(String name) {
        return ALL.names.contains(name.toLowerCase(Locale.ROOT));
    }

    /** All names of the countries that an adjective in lower case means; none for other words. */
    static Set<String> ofAdjective(String word) {
        return ALL.namesByAdjective.getOrDefault(word, Set.of());
    }

    private static Countries read() {
        Countries countries = new Countries();
        try (InputStream in = Countries.class.getResourceAsStream(TABLE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                countries.add(line.toLowerCase(Locale.ROOT).split("\t"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The table of countries cannot be read", e);
        }
        return countries;
    }

    private void add(String[] fields) {
        Set<String> names = new HashSet<>(Set.of(fields[0]));
        List<String> adjectives = List.of(fields[2].split(","));
        names.addAll(adjectives);
        this.names.addAll(names);
        for (String capital : fields[1].split(",")) {
            namesByCapital.computeIfAbsent(capital, c -> new HashSet<>()).addAll(names);
        }
        for (String adjective : adjectives) {
            String last = adjective.substring(adjective.lastIndexOf(' ') + 1);
            namesByAdjective.computeIfAbsent(last, a -> new HashSet<>()).addAll(names);
        }
        namesByCapital.remove("");
    }
}
