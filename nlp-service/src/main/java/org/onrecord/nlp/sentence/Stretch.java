package org.onrecord.nlp.sentence;

/** A stretch of the text, UTF-16, half-open. */
record Stretch(int start, int end) {}
