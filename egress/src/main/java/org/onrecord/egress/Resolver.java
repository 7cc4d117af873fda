package org.onrecord.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** From host name to addresses. */
@FunctionalInterface
public interface Resolver {

    /**
     * @param host a name, or a literal address
     * @return its addresses, at least one
     * @throws UnknownHostException if it has none, or the name server did not answer in time
     */
    List<InetAddress> resolve(String host) throws UnknownHostException;
}
