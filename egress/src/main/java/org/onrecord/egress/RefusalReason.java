package org.onrecord.egress;

import java.util.Locale;

/** Why the guard lets a URL not through. */
public enum RefusalReason {
    /** The text is no absolute URL, or one that programs read in different ways. */
    MALFORMED_URL,
    /** The scheme is neither http nor https. */
    SCHEME,
    /** User name or password before the host. */
    USER_INFO,
    /** The host is empty or holds characters that no host name has. */
    HOST,
    /** An IPv4 address in another spelling than four decimal numbers: programs disagree on what it means. */
    AMBIGUOUS_ADDRESS,
    /** A port other than 80 and 443. */
    PORT,
    /** A name that means something on the local network only, such as {@code localhost} or one without a dot. */
    LOCAL_NAME,
    LOOPBACK,
    PRIVATE,
    LINK_LOCAL,
    /** Shared address space behind a carrier's NAT (RFC 6598). */
    CARRIER_NAT,
    /** IPv6 unique local (RFC 4193). */
    UNIQUE_LOCAL,
    /** IPv6 site-local, deprecated (RFC 3879). */
    SITE_LOCAL,
    MULTICAST,
    BROADCAST,
    UNSPECIFIED,
    DOCUMENTATION,
    /** Benchmarking of network devices (RFC 2544, RFC 5180). */
    BENCHMARKING,
    /** IPv4 inside IPv6 for translators (RFC 6052, RFC 8215). */
    NAT64,
    SIX_TO_FOUR,
    TEREDO,
    V4_MAPPED,
    V4_COMPATIBLE,
    /** Where a cloud hands out credentials to its own machines. */
    METADATA,
    /** Any other range that is not for the public internet. */
    RESERVED;

    /** The reason in kebab-case, stable on the wire: {@code link-local}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
