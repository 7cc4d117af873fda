package org.onrecord.nlp.coreference;

import java.util.List;

/** What a title, a role or a pronoun shows of a person's gender. */
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
