package org.onrecord.egress;

/**
 * The guard lets it not through.
 *
 * @param reason why not
 * @param detail the particulars in words for a person
 */
public record Refusal(RefusalReason reason, String detail) implements Verdict {

    @Override
    public String toString() {
        return reason.label() + ": " + detail;
    }
}
