package org.onrecord.contracts;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a site said of the use of a page, when it was fetched. Evidence, not a legal opinion.
 *
 * @param robots whether robots.txt allowed the fetch, or had no rules
 * @param barredAgents crawlers of AI and text mining that robots.txt names and bars from the page, as it is known that they call
 *     themselves; {@code *} if it bars all that it does not name
 * @param directives what {@code X-Robots-Tag} and robots meta elements say to everybody or to this crawler, in lower case, such
 *     as {@code noindex}, {@code noarchive}, {@code noai}
 * @param tdmReserved whether text and data mining is reserved, by the TDM reservation protocol in header or meta; null if they do
 *     not say
 * @param tdmPolicy URL of the policy it names; null if none
 * @param accessibleForFree what the page's structured data says of its paywall; null if it does not say
 */
public record Rights(
        RobotsVerdict robots,
        List<String> barredAgents,
        List<String> directives,
        @Nullable Boolean tdmReserved,
        @Nullable String tdmPolicy,
        @Nullable Boolean accessibleForFree) {}
