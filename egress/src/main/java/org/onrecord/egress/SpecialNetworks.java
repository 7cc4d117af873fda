package org.onrecord.egress;

import java.util.List;
import java.util.Optional;

import static org.onrecord.egress.RefusalReason.*;

/**
 * The ranges that are not the public internet: the special-purpose registries of IANA (RFC 6890 and what followed), the
 * metadata services of the clouds, and all of IPv6 outside global unicast. The first range that holds an address names
 * its reason, so narrow ranges stand before wide ones.
 */
final class SpecialNetworks {

    private record Entry(Network network, RefusalReason reason) {}

    private static final List<Entry> TABLE = List.of(
            entry("169.254.169.254", METADATA), // AWS, Google Cloud, Azure and most others
            entry("169.254.170.2", METADATA), // AWS containers
            entry("169.254.170.23", METADATA), // AWS EKS pod identity
            entry("100.100.100.200", METADATA), // Alibaba Cloud
            entry("168.63.129.16", METADATA), // Azure's wire server, a public address that leads inside
            entry("192.0.0.192", METADATA), // Oracle Cloud
            entry("0.0.0.0/32", UNSPECIFIED),
            entry("0.0.0.0/8", RESERVED),
            entry("10.0.0.0/8", PRIVATE),
            entry("100.64.0.0/10", CARRIER_NAT),
            entry("127.0.0.0/8", LOOPBACK),
            entry("169.254.0.0/16", LINK_LOCAL),
            entry("172.16.0.0/12", PRIVATE),
            entry("192.0.0.0/24", RESERVED),
            entry("192.0.2.0/24", DOCUMENTATION),
            entry("192.88.99.0/24", SIX_TO_FOUR),
            entry("192.168.0.0/16", PRIVATE),
            entry("198.18.0.0/15", BENCHMARKING),
            entry("198.51.100.0/24", DOCUMENTATION),
            entry("203.0.113.0/24", DOCUMENTATION),
            entry("224.0.0.0/4", MULTICAST),
            entry("255.255.255.255", BROADCAST),
            entry("240.0.0.0/4", RESERVED),
            entry("fd00:ec2::254", METADATA), // AWS over IPv6
            entry("fd00:ec2::23", METADATA), // AWS EKS pod identity
            entry("fd20:ce::254", METADATA), // Google Cloud over IPv6
            entry("::", UNSPECIFIED),
            entry("::1", LOOPBACK),
            entry("::ffff:0:0/96", V4_MAPPED),
            entry("::ffff:0:0:0/96", V4_MAPPED), // "translated" addresses of RFC 2765
            entry("::/96", V4_COMPATIBLE),
            entry("64:ff9b::/96", NAT64),
            entry("64:ff9b:1::/48", NAT64),
            entry("2001::/32", TEREDO),
            entry("2001:2::/48", BENCHMARKING),
            entry("2001:db8::/32", DOCUMENTATION),
            entry("2001::/23", RESERVED),
            entry("2002::/16", SIX_TO_FOUR),
            entry("3fff::/20", DOCUMENTATION),
            entry("fc00::/7", UNIQUE_LOCAL),
            entry("fe80::/10", LINK_LOCAL),
            entry("fec0::/10", SITE_LOCAL),
            entry("ff00::/8", MULTICAST));

    private static final Network GLOBAL_UNICAST = Network.parse("2000::/3");

    private SpecialNetworks() {}

    /** Why an address of 4 or 16 bytes is not on the public internet; empty if it is. */
    static Optional<RefusalReason> reasonAgainst(byte[] address) {
        for (Entry entry : TABLE) {
            if (entry.network().contains(address)) {
                return Optional.of(entry.reason());
            }
        }
        boolean unassigned = address.length == 16 && !GLOBAL_UNICAST.contains(address);
        return unassigned ? Optional.of(RESERVED) : Optional.empty();
    }

    private static Entry entry(String cidr, RefusalReason reason) {
        return new Entry(Network.parse(cidr), reason);
    }
}
