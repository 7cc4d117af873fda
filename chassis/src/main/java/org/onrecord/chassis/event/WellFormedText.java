package org.onrecord.chassis.event;

/**
 * Text that can travel. JSON can carry half a surrogate pair in as {@code \ud800}, but UTF-8 cannot carry it out, and
 * PostgreSQL's text cannot hold U+0000 either. The replacement is as long, so offsets hold.
 */
public final class WellFormedText {
    private static final char REPLACEMENT = '\uFFFD';

    private WellFormedText() {}

    /** Returns the text itself if it is well-formed, a copy with each lone surrogate replaced by U+FFFD otherwise. */
    public static String of(String text) {
        return mended(text, false);
    }

    /** The same, with U+0000 replaced as well. */
    public static String withoutNul(String text) {
        return mended(text, true);
    }

    private static String mended(String text, boolean isNulMended) {
        StringBuilder mended = null;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            boolean isPair = Character.isHighSurrogate(unit)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (isPair) {
                i++;
            } else if (unit == 0 && isNulMended || Character.isSurrogate(unit)) {
                mended = mended == null ? new StringBuilder(text) : mended;
                mended.setCharAt(i, REPLACEMENT);
            }
        }
        return mended == null ? text : mended.toString();
    }
}
