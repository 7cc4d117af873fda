package org.onrecord.benchmarks.hostile;

import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * A text that is meant to cost its reader more than it should, of any length.
 *
 * @param name what it is made of, in a few words
 * @param characters makes one of about so many UTF-16 units
 */
record TextForm(String name, IntFunction<String> characters) {

    private static final String HEAD =
            "The council met on Tuesday and heard that the harbour would not be sold, who would pay for it, and why"
                    + " they were not told about it by the people that had been there when it was said. ";

    /** The longest that the line reads. */
    static final List<TextForm> ALL = List.of(
            repeated("sentences with a quote", i -> "“We see number " + i + ",” Anna Smith" + i + " said on Monday. "),
            repeated("shortest quotes", i -> "“I see,” she said. "),
            repeated("quotes and paragraphs", i -> "“I see it all,” Bob Jones said.\n\n"),
            repeated("each sentence reports", i -> "He said it was so. "),
            repeated("one sentence of reports", i -> "he said that she said that "),
            repeated("one sentence of clauses", i -> "and the man who was there, "),
            repeated("opening marks", i -> "“"),
            repeated("straight marks", i -> "\""),
            repeated("single marks", i -> "'a "),
            repeated("marks in turns", i -> i % 2 == 0 ? "“a " : "” b "),
            repeated("three kinds of marks", i -> new String[] {"“a ", "'b ", "\"c "}[i % 3]),
            repeated("open and never closed", i -> "“Open again and it goes on.\n"),
            repeated("names", i -> "Anna" + letters(i) + " Smith" + letters(i / 7) + " and "),
            repeated("one name", i -> "John Smith met John Smith. "),
            repeated("surnames alone", i -> "Smith" + letters(i % 500) + " saw it. "),
            repeated("names of one sentence", i -> "Mayor Anna" + letters(i) + ", "),
            repeated("people of one first name", i -> "Anna " + capital(i) + " said so. "),
            repeated("people of one surname", i -> capital(i) + " Smith said so. "),
            repeated("spellings of one name", i -> "Anna " + capital(i) + " " + capital(i / 26) + " Smith said so. "),
            repeated("organisations of one letter", i -> "The A" + letters(i) + " Council said so. "),
            repeated("places of one letter", i -> "It was in A" + letters(i) + " City. "),
            repeated(
                    "people and descriptions",
                    i -> "Mayor " + capital(i) + " Smith" + letters(i) + " spoke. The mayor said she saw him. "),
            repeated(
                    "organisations and pronouns",
                    i -> "The " + capital(i) + " Company said it sold its ships. The company paid. "),
            repeated(
                    "acronyms and their words",
                    i -> "The " + capital(i) + " Harbour Board (" + capital(i).charAt(0) + "HB) met. "),
            repeated("titles", i -> "President Mayor Doctor Professor "),
            repeated("acronyms", i -> "The " + letters(i).toUpperCase(Locale.ROOT) + " said. "),
            repeated("pronouns", i -> "she told him that they saw her. "),
            repeated("descriptions", i -> "The mayor said the chairman told the minister. "),
            repeated("cues", i -> "said told added asked "),
            repeated("speaker lines", i -> "SMITH: I was there.\n"),
            repeated("according to", i -> "according to a, "),
            repeated("one word", i -> "a"),
            repeated("one word of capitals", i -> "A"),
            repeated("hyphens", i -> "a-"),
            repeated("full stops", i -> "."),
            repeated("ends without words", i -> "! "),
            repeated("one address", i -> "a_"),
            repeated("comments that never end", i -> "<!-- "),
            repeated("abbreviations", i -> "U.S. Mr. Dr. "),
            repeated("line ends", i -> "a\n"),
            repeated("white space", i -> "a      \t      "),
            repeated("digits", i -> "1,234.5 "),
            repeated("brackets", i -> "((((a "),
            repeated("addresses", i -> "http://a.example/" + i + " "),
            repeated("combining marks", i -> "a\u0301\u0301\u0301\u0301 "),
            repeated("zero-width", i -> "a\u200B\u200Db "),
            repeated("right to left", i -> "“لن ننسحب” قال. "),
            repeated("lone surrogates", i -> "\uDC00 \uD83D "),
            repeated("emoji", i -> "\uD83D\uDE00"),
            repeated("Chinese", i -> "他说“我们走吧”。"));

    private interface Piece {
        String number(int i);
    }

    /** English at its head, so that it is read at all; then one piece after the other. */
    private static TextForm repeated(String name, Piece piece) {
        return new TextForm(name, length -> {
            StringBuilder text = new StringBuilder(length + 64).append(HEAD.repeat(3));
            for (int i = 0; text.length() < length; i++) {
                text.append(piece.number(i));
            }
            text.setLength(length);
            return text.toString();
        });
    }

    /** A number as a word with a capital. */
    private static String capital(int number) {
        String letters = letters(number);
        return Character.toUpperCase(letters.charAt(0)) + letters.substring(1) + "son";
    }

    /** A number in letters, since names have no digits. */
    static String letters(int number) {
        StringBuilder letters = new StringBuilder();
        for (int rest = number; rest > 0 || letters.isEmpty(); rest /= 26) {
            letters.append((char) ('a' + rest % 26));
        }
        return letters.toString();
    }
}
