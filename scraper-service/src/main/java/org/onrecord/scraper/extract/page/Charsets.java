package org.onrecord.scraper.extract.page;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import static java.util.Map.entry;

/** The charsets that pages mean by their labels: the WHATWG Encoding standard's (4.2), where they differ from Java's. */
final class Charsets {
    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private static final Map<String, String> MEANT = Map.ofEntries(
            entry("ansi_x3.4-1968", "windows-1252"),
            entry("ascii", "windows-1252"),
            entry("us-ascii", "windows-1252"),
            entry("cp1252", "windows-1252"),
            entry("x-cp1252", "windows-1252"),
            entry("iso-8859-1", "windows-1252"),
            entry("iso8859-1", "windows-1252"),
            entry("iso_8859-1", "windows-1252"),
            entry("iso88591", "windows-1252"),
            entry("latin1", "windows-1252"),
            entry("l1", "windows-1252"),
            entry("iso-8859-9", "windows-1254"),
            entry("iso8859-9", "windows-1254"),
            entry("iso_8859-9", "windows-1254"),
            entry("iso88599", "windows-1254"),
            entry("latin5", "windows-1254"),
            entry("l5", "windows-1254"),
            entry("x-cp1254", "windows-1254"),
            entry("iso-8859-11", "x-windows-874"),
            entry("iso8859-11", "x-windows-874"),
            entry("tis-620", "x-windows-874"),
            entry("windows-874", "x-windows-874"),
            entry("dos-874", "x-windows-874"),
            entry("gb2312", "GB18030"),
            entry("gb_2312", "GB18030"),
            entry("gb_2312-80", "GB18030"),
            entry("csgb2312", "GB18030"),
            entry("chinese", "GB18030"),
            entry("gbk", "GB18030"),
            entry("x-gbk", "GB18030"),
            entry("cp936", "GB18030"),
            entry("big5", "Big5-HKSCS"),
            entry("big5-hkscs", "Big5-HKSCS"),
            entry("cn-big5", "Big5-HKSCS"),
            entry("x-x-big5", "Big5-HKSCS"),
            entry("euc-kr", "x-windows-949"),
            entry("ks_c_5601-1987", "x-windows-949"),
            entry("ks_c_5601-1989", "x-windows-949"),
            entry("ksc5601", "x-windows-949"),
            entry("korean", "x-windows-949"),
            entry("windows-949", "x-windows-949"),
            entry("shift_jis", "windows-31j"),
            entry("shift-jis", "windows-31j"),
            entry("sjis", "windows-31j"),
            entry("x-sjis", "windows-31j"),
            entry("ms_kanji", "windows-31j"),
            entry("x-euc-jp", "EUC-JP"),
            entry("utf8", "UTF-8"),
            entry("unicode-1-1-utf-8", "UTF-8"),
            entry("x-mac-roman", "x-MacRoman"),
            entry("macintosh", "x-MacRoman"),
            entry("x-mac-cyrillic", "x-MacCyrillic"),
            entry("iso-8859-8-i", "ISO-8859-8"),
            entry("logical", "ISO-8859-8"),
            entry("visual", "ISO-8859-8"));

    private Charsets() {}

    /** The charset of a label, in any case; empty if there is none. */
    static Optional<Charset> of(String label) {
        String name = label.strip().toLowerCase(Locale.ROOT);
        try {
            return Optional.of(Charset.forName(MEANT.getOrDefault(name, name)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /** Of a page's own declaration, which could not be read if it were in UTF-16 (13.2.3.2). */
    static Optional<Charset> declaredInPage(String label) {
        return of(label).map(charset -> charset.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : charset);
    }
}
