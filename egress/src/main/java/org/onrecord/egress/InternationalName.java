package org.onrecord.egress;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Names in letters beyond ASCII as browsers read them: by UTS 46 without transition, where {@code faß} is another name than
 * {@code fass}. The JDK reads by IDNA 2003, which writes sharp s and final sigma in another way and drops joiners; these four
 * characters are all that the two disagree on (UTS 46, section 7), so labels with one of them are encoded here. Pure.
 */
final class InternationalName {

    private static final String DEVIATING = "\u00DF\u03C2\u200C\u200D";
    private static final int CAPITAL_SHARP_S = 0x1E9E;
    private static final Pattern DOT = Pattern.compile("[.\u3002\uFF0E\uFF61]");
    private static final Pattern PARTS = Pattern.compile("(?<=[" + DEVIATING + "])|(?=[" + DEVIATING + "])");
    /** RFC 5892, appendix A, lets joiners stand within words of scripts that need them. */
    private static final Pattern LOOSE_JOINER =
            Pattern.compile("(?<![^\\p{ASCII}])[\u200C\u200D]|[\u200C\u200D](?![^\\p{ASCII}\u200C\u200D])");

    private InternationalName() {}

    /** @throws IllegalArgumentException if it is no name */
    static String toAscii(String host) {
        boolean deviates = host.codePoints().anyMatch(c -> c == CAPITAL_SHARP_S || DEVIATING.indexOf(c) >= 0);
        if (!deviates) {
            return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
        }
        return Arrays.stream(DOT.split(host, -1)).map(InternationalName::label).collect(Collectors.joining("."));
    }

    private static String label(String written) {
        // Letter by letter: the JDK would make a final sigma of a capital one.
        String label = Normalizer.normalize(written, Normalizer.Form.NFKC)
                .codePoints()
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        String mapped = Arrays.stream(PARTS.split(label))
                .map(part -> DEVIATING.contains(part) || part.isEmpty() ? part : mapped(part))
                .collect(Collectors.joining());
        if (mapped.chars().allMatch(c -> c < 0x80)) {
            return IDN.toASCII(mapped, IDN.ALLOW_UNASSIGNED);
        }
        if (mapped.startsWith("xn--")
                || LOOSE_JOINER.matcher(mapped).find()
                || !Normalizer.isNormalized(mapped, Normalizer.Form.NFC)) {
            throw new IllegalArgumentException("no label: " + written);
        }
        return "xn--" + Punycode.encode(mapped);
    }

    private static String mapped(String part) {
        return IDN.toUnicode(IDN.toASCII(part, IDN.ALLOW_UNASSIGNED), IDN.ALLOW_UNASSIGNED);
    }

    /** Bootstring with the parameters of RFC 3492, section 5. */
    private static final class Punycode {
        private static final int BASE = 36;
        private static final int LEAST = 1;
        private static final int MOST = 26;
        private static final int SKEW = 38;
        private static final int DAMP = 700;

        private Punycode() {}

        static String encode(String label) {
            int[] letters = label.codePoints().toArray();
            StringBuilder out = new StringBuilder();
            IntStream.of(letters).filter(c -> c < 0x80).forEach(out::appendCodePoint);
            int basic = out.length();
            if (basic > 0) {
                out.append('-');
            }
            int n = 0x80;
            int delta = 0;
            int bias = 72;
            for (int handled = basic; handled < letters.length; delta++, n++) {
                int reached = n;
                int next = IntStream.of(letters).filter(c -> c >= reached).min().orElseThrow();
                delta = Math.addExact(delta, Math.multiplyExact(next - n, handled + 1));
                n = next;
                for (int c : letters) {
                    if (c < n) {
                        delta++;
                    } else if (c == n) {
                        number(delta, bias, out);
                        bias = adapted(delta, handled + 1, handled == basic);
                        delta = 0;
                        handled++;
                    }
                }
            }
            return out.toString();
        }

        private static void number(int delta, int bias, StringBuilder out) {
            int rest = delta;
            for (int k = BASE; ; k += BASE) {
                int threshold = Math.clamp(k - bias, LEAST, MOST);
                if (rest < threshold) {
                    out.append(digit(rest));
                    return;
                }
                out.append(digit(threshold + (rest - threshold) % (BASE - threshold)));
                rest = (rest - threshold) / (BASE - threshold);
            }
        }

        private static char digit(int value) {
            return (char) (value < 26 ? 'a' + value : '0' + value - 26);
        }

        private static int adapted(int delta, int points, boolean first) {
            int rest = first ? delta / DAMP : delta / 2;
            rest += rest / points;
            int k = 0;
            while (rest > (BASE - LEAST) * MOST / 2) {
                rest /= BASE - LEAST;
                k += BASE;
            }
            return k + (BASE - LEAST + 1) * rest / (rest + SKEW);
        }
    }
}
