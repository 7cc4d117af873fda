package org.onrecord.api.page;

import java.util.List;
import java.util.function.Function;

import jakarta.annotation.Nullable;

import org.jboss.resteasy.reactive.RestResponse;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A piece of a list.
 *
 * @param items in the list's order
 * @param total how many the whole list has
 * @param next URL of the next page, relative to this one; null on the last
 * @param didYouMean names like one that was asked for and that nobody bears, the likest first; left out where there are none
 */
@RegisterForReflection
public record Page<T>(
        List<T> items,
        Total total,
        @Nullable String next,
        @Nullable List<String> didYouMean) {

    /**
     * The page that a query gave which asked for one row more than the page may have.
     *
     * @param found the rows
     * @param limit how many the page may have
     * @param link gives the URL that goes on after a row
     */
    public static <T> Page<T> of(List<T> found, int limit, Total total, Function<T, String> link) {
        return found.size() > limit
                ? new Page<>(List.copyOf(found.subList(0, limit)), total, link.apply(found.get(limit - 1)), null)
                : new Page<>(List.copyOf(found), total, null, null);
    }

    /** The page of those that are left of what was found. */
    public static <T> Page<T> of(List<T> items, Total total, @Nullable String next) {
        return new Page<>(List.copyOf(items), total, next, null);
    }

    /** The page with other items in the place of its own. */
    public <U> Page<U> map(Function<List<T>, List<U>> items) {
        return new Page<>(items.apply(this.items), total, next, didYouMean);
    }

    /** The page with names that may be meant; with none it is as it was. */
    public Page<T> with(List<String> meant) {
        return meant.isEmpty() ? this : new Page<>(items, total, next, List.copyOf(meant));
    }

    /** The page with the link that RFC 8288 has for the next one. */
    public RestResponse<Page<T>> response() {
        RestResponse.ResponseBuilder<Page<T>> response = RestResponse.ResponseBuilder.ok(this);
        return next == null
                ? response.build()
                : response.header("Link", "<" + next + ">; rel=\"next\"").build();
    }
}
