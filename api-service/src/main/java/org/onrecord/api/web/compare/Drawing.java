package org.onrecord.api.web.compare;

import java.util.ArrayList;
import java.util.List;

import jakarta.annotation.Nullable;

/**
 * The comparison as a picture for elsewhere, with its words and colours in it.
 *
 * @param chart null where there is nothing to draw
 */
public record Drawing(List<Line> lines, @Nullable LineChart chart, String interval, boolean byUtterance) {

    /** Blue, vermilion, green, purple and grey of Okabe and Ito's palette, which differ for the colour-blind; the dashes in grey. */
    private static final List<String> COLOURS = List.of("#0072b2", "#d55e00", "#007a5a", "#a64d79", "#565b64");

    private static final List<String> DASHES = List.of("none", "9 5", "2 4", "14 4 2 4", "20 6");

    private static final int LEFT = 80;
    private static final int COLUMN = 205;
    private static final int LONGEST = 20;

    /**
     * One of those that are compared.
     *
     * @param left where its name stands
     * @param points of its line; "" where there is none
     * @param dots at its points; "" likewise
     */
    public record Line(int left, String label, String colour, String dashes, String points, String dots) {}

    static Drawing of(CompareView view) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < view.compared().size(); i++) {
            lines.add(new Line(
                    LEFT + i * COLUMN,
                    shortened(view.compared().get(i).name()),
                    COLOURS.get(i),
                    DASHES.get(i),
                    view.chart() == null ? "" : view.chart().lines().get(i).points(),
                    view.chart() == null ? "" : view.chart().lines().get(i).dots()));
        }
        return new Drawing(lines, view.chart(), view.interval(), view.byUtterance());
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
