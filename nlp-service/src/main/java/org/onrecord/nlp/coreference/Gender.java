package org.onrecord.nlp.coreference;

import java.util.List;

/** What the text shows of a person's gender: by a title, a role or a pronoun, never by the first name. */
enum Gender {
    UNKNOWN,
    MALE,
    FEMALE;

    static Gender of(List<String> marks) {
        return marks.contains("m") ? MALE : marks.contains("f") ? FEMALE : UNKNOWN;
    }

    boolean fits(Gender other) {
        return this == UNKNOWN || other == UNKNOWN || this == other;
    }
}
