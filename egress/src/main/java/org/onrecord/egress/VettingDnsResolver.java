package org.onrecord.egress;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

import org.apache.hc.client5.http.DnsResolver;

/**
 * Sits in the HTTP client's connector: the very addresses that are vetted here are connected to, so an answer that
 * changes between check and use (DNS rebinding) gains nothing. A host with one refused address is refused whole.
 */
final class VettingDnsResolver implements DnsResolver {

    private final AddressGuard guard;
    private final Resolver resolver;

    VettingDnsResolver(AddressGuard guard, Resolver resolver) {
        this.guard = guard;
        this.resolver = resolver;
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        List<InetAddress> addresses = resolver.resolve(host);
        for (InetAddress address : addresses) {
            Optional<Refusal> refusal = guard.vet(host, port, address);
            if (refusal.isPresent()) {
                throw new RefusedAddressException(refusal.get());
            }
        }
        return addresses.stream()
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        throw new UnknownHostException(host + ": the port is needed to vet an address");
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
