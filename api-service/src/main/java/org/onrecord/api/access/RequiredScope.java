package org.onrecord.api.access;

/** The scope that a request needs: what the door enforces and the document says. */
public final class RequiredScope {

    private RequiredScope() {}

    static Scope of(String method, String path) {
        return PagePaths.scope(path).orElseGet(() -> Scope.neededFor(method, path));
    }

    /**
     * The same by its name.
     *
     * @param method in upper case
     * @param path normalised, or with {@code {id}} where an id stands
     */
    public static String name(String method, String path) {
        return of(method, path).toString();
    }
}
