package org.onrecord.chassis.door;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where the forms of a service's own pages are taken. Any page can send such a body, so whoever takes it looks for a token in it
 * that no other page knows. Immutable.
 */
record FormPaths(List<String> paths) {

    private static final Pattern FORM =
            Pattern.compile("application/x-www-form-urlencoded(?:[ \\t]*;[ \\t]*charset=\"?utf-?8\"?)?");

    FormPaths {
        paths = List.copyOf(paths);
    }

    /**
     * @param path of the request, normalised
     * @param types every value of Content-Type that it has
     */
    boolean take(String path, List<String> types) {
        return types.size() == 1
                && FORM.matcher(types.getFirst().strip().toLowerCase(Locale.ROOT))
                        .matches()
                && paths.stream().anyMatch(form -> path.equals(form) || path.startsWith(form + "/"));
    }
}
