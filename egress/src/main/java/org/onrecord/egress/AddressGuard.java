package org.onrecord.egress;

import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Decides where connections may go. It is asked twice: by {@link #vet(String)} for the spelling of a URL, and by the
 * client's resolver for each address that the host turns out to have, at the moment of connecting. Immutable.
 */
public final class AddressGuard {

    /** Suffixes that no public name server answers for (RFC 6761, RFC 6762, RFC 8375, ICANN's {@code internal}). */
    private static final List<String> LOCAL_SUFFIXES =
            List.of(".localhost", ".local", ".localdomain", ".internal", ".home.arpa", ".lan", ".intranet", ".corp");

    private final AllowList allowed;

    public AddressGuard(AllowList allowed) {
        this.allowed = allowed;
    }

    /**
     * Reads a URL without deciding whether it may be fetched: for URLs that are kept as where something came from.
     *
     * @param url any text
     * @return the URL in one unambiguous spelling, or why it has none
     */
    public static Verdict read(String url) {
        return UrlReader.read(url);
    }

    /**
     * Reads a reference that stands in a document, as {@link #read} does.
     *
     * @param base where the document came from
     * @param reference absolute or relative
     */
    public static Verdict resolve(URI base, String reference) {
        return UrlReader.read(UrlReader.resolve(
                base, new String(reference.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)));
    }

    /**
     * Vets what a URL's text says, without asking a name server.
     *
     * @param url any text
     * @return the URL in one unambiguous spelling, or why it is refused
     */
    public Verdict vet(String url) {
        return switch (UrlReader.read(url)) {
            case Refusal refusal -> refusal;
            case Target target -> {
                Optional<Refusal> refusal = beforeResolution(target);
                yield refusal.isPresent() ? refusal.get() : target;
            }
        };
    }

    private Optional<Refusal> beforeResolution(Target target) {
        String host = target.host();
        int port = target.port();
        if (target.isLiteral()) {
            return refusal(host, port, Network.parse(host).prefix());
        }
        if (allowed.allowsName(host, port) || allowed.mayAllowPort(port)) {
            return Optional.empty();
        }
        return isLocalName(host) ? Optional.of(localName(host)) : unlessStandard(port);
    }

    /**
     * Vets one address that a host resolved to.
     *
     * @return why no connection may be made to it; empty if one may
     */
    Optional<Refusal> vet(String host, int port, InetAddress address) {
        return refusal(host, port, address.getAddress());
    }

    private Optional<Refusal> refusal(String host, int port, byte[] address) {
        if (allowed.allowsName(host, port) || allowed.allowsAddress(address, port)) {
            return Optional.empty();
        }
        Optional<RefusalReason> special = SpecialNetworks.reasonAgainst(address);
        if (special.isPresent()) {
            return special.map(reason -> new Refusal(reason, host + " has a " + reason.label() + " address"));
        }
        return isLocalName(host) ? Optional.of(localName(host)) : unlessStandard(port);
    }

    private static boolean isLocalName(String host) {
        boolean ipv6 = host.indexOf(':') >= 0;
        return !ipv6 && (host.indexOf('.') < 0 || LOCAL_SUFFIXES.stream().anyMatch(host::endsWith));
    }

    private static Optional<Refusal> unlessStandard(int port) {
        return port == 80 || port == 443
                ? Optional.empty()
                : Optional.of(new Refusal(RefusalReason.PORT, "port " + port + " is neither 80 nor 443"));
    }

    private static Refusal localName(String host) {
        return new Refusal(RefusalReason.LOCAL_NAME, host + " is a name of the local network");
    }
}
