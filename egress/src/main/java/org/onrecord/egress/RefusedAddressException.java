package org.onrecord.egress;

import java.net.UnknownHostException;

/** Carries a refusal out of the HTTP client's resolver; only {@link UnknownHostException} fits through it. */
final class RefusedAddressException extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    RefusedAddressException(Refusal refusal) {
        super(refusal.detail());
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
