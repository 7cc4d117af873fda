package org.onrecord.api.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which paths are pages for people: what goes wrong there is told in a page, and a browser's session opens them. */
public final class PagePaths {

    public static final String SIGN_IN = "/sign-in";
    public static final String SIGN_OUT = "/sign-out";

    /** Leads to the provider that people sign in at. */
    public static final String TO_PROVIDER = SIGN_IN + "/provider";
    /** Where the provider sends them back to. */
    public static final String FROM_PROVIDER = SIGN_IN + "/callback";

    /** Styles and scripts; they tell nothing of what is stored. */
    private static final String ASSETS = "/assets/";

    private static final Set<String> SIGNING_IN = Set.of(SIGN_IN, TO_PROVIDER, FROM_PROVIDER);
    private static final Set<String> PAGES = Set.of(
            "/", "/compare", "/keys", "/searches", "/sources", "/try", SIGN_IN, TO_PROVIDER, FROM_PROVIDER, SIGN_OUT);
    private static final List<String> BELOW = List.of(
            "/articles/",
            "/compare/",
            "/entities/",
            "/statements/",
            "/utterances/",
            "/searches/",
            "/sources/",
            "/keys/",
            "/try/");

    /** What is sent there is read and forgotten. */
    private static final Set<String> READING = Set.of("/mcp", "/try", "/v1/analyze", "/v1/extract");

    /** Forms that set right what was read: below the page of what is set right. */
    private static final Pattern EDITING = Pattern.compile("/(articles|entities)/[^/]*/.+");

    private PagePaths() {}

    /** @param path normalised */
    public static boolean isPage(String path) {
        return PAGES.contains(path) || BELOW.stream().anyMatch(path::startsWith);
    }

    /** The scope that is needed where it is not the method's; empty where it is. */
    static Optional<Scope> scope(String path) {
        if (path.equals(SIGN_OUT) || READING.contains(path)) {
            // Whoever may come in may leave.
            return Optional.of(Scope.READ);
        }
        if (path.equals("/keys")
                || path.startsWith("/keys/")
                || path.startsWith("/sources/") && path.endsWith("/remove")) {
            return Optional.of(Scope.ADMIN);
        }
        return EDITING.matcher(path).matches() ? Optional.of(Scope.EDIT) : Optional.empty();
    }

    /** Whether it answers whoever has no key. */
    static boolean isForEverybody(String path) {
        return SIGNING_IN.contains(path) || path.startsWith(ASSETS);
    }
}
