package org.onrecord.nlp.quote.cue;

/**
 * Words that report speech.
 *
 * @param from first token, helping verbs left out
 * @param to one past the last
 * @param entry what the table knows of it
 * @param form how it stands in its sentence
 */
public record Cue(int from, int to, CueLexicon.Entry entry, Form form) {

    /** How a cue stands in its sentence. */
    public enum Form {
        FINITE,
        GERUND,
        INFINITIVE,
        PASSIVE,
        ACCORDING,
        COLON,
        NOUN
    }
}
