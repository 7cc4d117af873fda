package org.onrecord.api.web.compare;

import java.util.List;

import jakarta.annotation.Nullable;

/**
 * The page that compares.
 *
 * @param fields what stands in the fields of the form, those that are empty included
 * @param compared those of them that are names
 * @param chart null where nothing is compared yet
 * @param why there is no drawing; "" where there is one, or nothing is compared
 */
public record CompareView(
        List<String> fields,
        boolean about,
        boolean byUtterance,
        String interval,
        String from,
        String to,
        List<Compared> compared,
        @Nullable LineChart chart,
        String why,
        String svg,
        String csv) {

    /**
     * One of them.
     *
     * @param number of its line, from 1
     * @param total of all stretches of time
     * @param others whom they speak of, or who speaks of them
     */
    public record Compared(
            int number, String name, long total, String link, List<Counted> others, List<Counted> sites) {}

    /** How often with or on something. */
    public record Counted(String name, long count, String link) {}
}
