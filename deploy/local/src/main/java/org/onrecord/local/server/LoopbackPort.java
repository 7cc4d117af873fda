package org.onrecord.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Ports on 127.0.0.1. A port found free can be taken by another process before it is used. */
public final class LoopbackPort {
    /** Some are used only after others were asked for, and until then they are free to the system. */
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private LoopbackPort() {}

    /** Returns a port that is free now, another one each time. */
    public static int free() {
        int port = bind(0);
        while (!GIVEN.add(port)) {
            port = bind(0);
        }
        return port;
    }

    /** Whether nobody listens there now. */
    public static boolean isFree(int port) {
        try {
            bind(port);
            return true;
        } catch (UncheckedIOException taken) {
            return false;
        }
    }

    /** Returns the wanted port if it is free now, another free one otherwise. */
    public static int freeOr(int wanted) {
        return isFree(wanted) ? wanted : free();
    }

    private static int bind(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
