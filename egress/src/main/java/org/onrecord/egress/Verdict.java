package org.onrecord.egress;

/** What the guard says of a URL before its host is resolved. */
public sealed interface Verdict permits Target, Refusal {}
