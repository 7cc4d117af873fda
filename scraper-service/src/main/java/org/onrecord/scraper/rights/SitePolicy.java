package org.onrecord.scraper.rights;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.onrecord.contracts.Rights;

/**
 * What a site says of text and data mining in {@code /.well-known/tdmrep.json} (TDM Reservation Protocol, 2024), for its pages that
 * do not say it themselves. Immutable.
 *
 * @param rules in the file's order; the first for a page counts
 */
public record SitePolicy(List<Rule> rules) {

    /** Where the file is. */
    public static final String PATH = "/.well-known/tdmrep.json";

    /** Of a site without such a file. */
    public static final SitePolicy NONE = new SitePolicy(List.of());

    private static final int MOST_RULES = 200;
    private static final int LONGEST_LOCATION = 500;
    private static final int LONGEST_FILE = 256 << 10;

    private static final ObjectMapper JSON = JsonMapper.builder(com.fasterxml.jackson.core.JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(20).build())
                    .build())
            .build();

    /**
     * For some of a site's pages.
     *
     * @param location path, with {@code *} for anything and {@code $} for its end, as in robots.txt
     */
    record Rule(String location, boolean reserved, Optional<String> policy) {

        /** In time linear in the product of the two lengths at most, which are short. */
        boolean isFor(String path) {
            boolean whole = location.endsWith("$");
            String[] parts = (whole ? location.substring(0, location.length() - 1) : location).split("\\*", -1);
            if (!path.startsWith(parts[0])) {
                return false;
            }
            int at = parts[0].length();
            for (int i = 1; i < parts.length; i++) {
                boolean last = whole && i == parts.length - 1;
                int found = last ? path.length() - parts[i].length() : path.indexOf(parts[i], at);
                if (found < at || last && !path.endsWith(parts[i])) {
                    return false;
                }
                at = found + parts[i].length();
            }
            return !whole || at == path.length();
        }
    }

    public SitePolicy {
        rules = List.copyOf(rules);
    }

    /** What cannot be read says nothing. */
    public static SitePolicy parse(byte[] file) {
        if (file.length > LONGEST_FILE) {
            return NONE;
        }
        List<Rule> rules = new ArrayList<>();
        try {
            JsonNode root = JSON.readTree(file);
            for (JsonNode rule : root.isArray() ? root : List.of(root)) {
                String location = rule.path("location").asText("");
                String reserved = rule.path("tdm-reservation").asText("");
                if (location.startsWith("/")
                        && location.length() <= LONGEST_LOCATION
                        && reserved.matches("[01]")
                        && rules.size() < MOST_RULES) {
                    String policy = rule.path("tdm-policy").asText("");
                    rules.add(new Rule(
                            location,
                            reserved.equals("1"),
                            Optional.of(policy).filter(url -> url.matches("https?://\\S{1,2000}"))));
                }
            }
        } catch (IOException e) {
            return NONE;
        }
        return new SitePolicy(rules);
    }

    /** The same rights, with this where the page says nothing of mining. */
    public Rights beside(Rights said, URI page) {
        if (said.tdmReserved() != null) {
            return said;
        }
        String path = page.getRawPath() + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery());
        return rules.stream()
                .filter(rule -> rule.isFor(path))
                .findFirst()
                .map(rule -> new Rights(
                        said.robots(),
                        said.barredAgents(),
                        said.directives(),
                        rule.reserved(),
                        said.tdmPolicy() != null
                                ? said.tdmPolicy()
                                : rule.policy().orElse(null),
                        said.accessibleForFree()))
                .orElse(said);
    }
}
