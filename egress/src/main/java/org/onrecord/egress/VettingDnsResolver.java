package org.onrecord.egress;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.apache.hc.client5.http.DnsResolver;

/**
 * Sits in the HTTP client's connector: the very addresses that are vetted here are connected to, so an answer that
 * changes between check and use (DNS rebinding) gains nothing. A host with one refused address is refused whole, and to
 * whoever asked as if it had none: otherwise anybody could ask which names the local network has. The log has the reason.
 */
final class VettingDnsResolver implements DnsResolver {

    private static final Logger LOG = Logger.getLogger(VettingDnsResolver.class.getName());

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
                LOG.log(Level.INFO, "address refused, host={0} address={1} reason={2}", new Object[] {
                    host, address.getHostAddress(), refusal.get()
                });
                throw new UnknownHostException(host);
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
