package org.onrecord.chassis.backing;

import java.util.List;

/** The broker answers, but lacks topics of this service. */
final class MissingTopicsException extends Exception {
    private static final long serialVersionUID = 1L;

    MissingTopicsException(List<String> topics) {
        super((topics.size() == 1 ? "it has no topic " : "it has no topics ") + String.join(", ", topics));
    }
}
