package org.onrecord.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * A range of addresses in CIDR notation. IPv4 and IPv6 are different worlds: an IPv4 range holds no IPv6 address.
 *
 * @param prefix the address's bytes, 4 or 16
 * @param bits how many of them count
 */
record Network(byte[] prefix, int bits) {

    /**
     * Reads {@code 10.0.0.0/8}, {@code fd00::/8} or a single address.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Network parse(String cidr) {
        int slash = cidr.indexOf('/');
        String literal = slash < 0 ? cidr : cidr.substring(0, slash);
        byte[] address = parseLiteral(literal);
        if (address == null) {
            throw new IllegalArgumentException("no address: " + cidr);
        }
        int width = address.length * 8;
        int bits = slash < 0 ? width : parseBits(cidr, slash);
        if (bits < 0 || bits > width) {
            throw new IllegalArgumentException("no prefix length from 0 to " + width + ": " + cidr);
        }
        return new Network(address, bits);
    }

    private static int parseBits(String cidr, int slash) {
        String digits = cidr.substring(slash + 1);
        return digits.matches("\\d{1,3}") ? Integer.parseInt(digits) : -1;
    }

    private static byte[] parseLiteral(String literal) {
        return HostSpelling.isDottedQuad(literal) ? parseIpv4(literal) : parseIpv6(literal);
    }

    private static byte[] parseIpv4(String quad) {
        String[] parts = quad.split("\\.");
        byte[] address = new byte[4];
        for (int i = 0; i < 4; i++) {
            address[i] = (byte) Integer.parseInt(parts[i]);
        }
        return address;
    }

    /** The 16 bytes of an IPv6 literal without brackets and without zone, a v4-mapped one included; null if it is none. */
    static byte[] parseIpv6(String literal) {
        if (!literal.matches("[0-9A-Fa-f:.]{2,45}") || literal.indexOf(':') < 0) {
            return null;
        }
        try {
            // The brackets keep InetAddress from ever asking a name server.
            byte[] address = InetAddress.getByName("[" + literal + "]").getAddress();
            return address.length == 16 ? address : mapped(address);
        } catch (UnknownHostException e) {
            return null;
        }
    }

    private static byte[] mapped(byte[] v4) {
        byte[] address = new byte[16];
        address[10] = (byte) 0xff;
        address[11] = (byte) 0xff;
        System.arraycopy(v4, 0, address, 12, 4);
        return address;
    }

    static boolean isV4Mapped(byte[] address) {
        return address.length == 16 && Arrays.equals(address, 0, 12, mapped(new byte[4]), 0, 12);
    }

    boolean contains(byte[] address) {
        if (address.length != prefix.length) {
            return false;
        }
        int whole = bits / 8;
        if (!Arrays.equals(address, 0, whole, prefix, 0, whole)) {
            return false;
        }
        int rest = bits % 8;
        int mask = rest == 0 ? 0 : (0xff << (8 - rest)) & 0xff;
        return mask == 0 || (address[whole] & mask) == (prefix[whole] & mask);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Network network && bits == network.bits && Arrays.equals(prefix, network.prefix);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(prefix) + bits;
    }
}
