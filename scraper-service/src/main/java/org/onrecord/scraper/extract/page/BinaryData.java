package org.onrecord.scraper.extract.page;

/** Tells images, archives and the like from text, whatever their content type. */
public final class BinaryData {
    private static final int LOOKED_AT = 2048;
    private static final double MOST_CONTROL = 0.1;

    private BinaryData() {}

    /** Whether the bytes begin as no text does: with zero bytes or many control characters. UTF-16 shows by its mark. */
    public static boolean isIn(byte[] data) {
        if (data.length >= 2
                && ((data[0] & 0xFF) == 0xFE && (data[1] & 0xFF) == 0xFF
                        || (data[0] & 0xFF) == 0xFF && (data[1] & 0xFF) == 0xFE)) {
            return false;
        }
        if (data.length >= 5
                && data[0] == '%'
                && data[1] == 'P'
                && data[2] == 'D'
                && data[3] == 'F'
                && data[4] == '-') {
            return true;
        }
        int length = Math.min(data.length, LOOKED_AT);
        int control = 0;
        int zeros = 0;
        for (int i = 0; i < length; i++) {
            zeros += data[i] == 0 ? 1 : 0;
            control += data[i] >= 0
                            && data[i] < ' '
                            && data[i] != '\t'
                            && data[i] != '\n'
                            && data[i] != '\r'
                            && data[i] != '\f'
                    ? 1
                    : 0;
        }
        return zeros > 1 || control > MOST_CONTROL * length;
    }
}
