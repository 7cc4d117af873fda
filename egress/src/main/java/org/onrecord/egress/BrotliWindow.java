package org.onrecord.egress;

/** What a Brotli stream makes its decoder keep: up to 16 MiB, however little it unpacks to. */
final class BrotliWindow {

    private static final int LARGEST = 24;

    private BrotliWindow() {}

    /**
     * RFC 7932 9.1: the first bits are the logarithm of the window.
     *
     * @param first byte of the stream
     */
    static int bytes(int first) {
        int three = first >> 1 & 7;
        int six = first >> 4 & 7;
        int bits;
        if ((first & 1) == 0) {
            bits = 16;
        } else if (three > 0) {
            bits = 17 + three;
        } else {
            // 1 is of no window, but of an extension that is refused.
            bits = six == 0 ? 17 : six == 1 ? LARGEST : 8 + six;
        }
        return 1 << bits;
    }
}
