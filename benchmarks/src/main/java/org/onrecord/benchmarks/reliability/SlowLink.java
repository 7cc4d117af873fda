package org.onrecord.benchmarks.reliability;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A way to a server on loopback on which everything can be made to take longer, in either direction. */
final class SlowLink implements AutoCloseable {

    private static final int CHUNK = 64 * 1024;

    private final ServerSocket entrance;
    private final int exit;
    private final ExecutorService carriers = Executors.newVirtualThreadPerTaskExecutor();
    private volatile Duration delay = Duration.ZERO;

    /** @param exit the server's port */
    SlowLink(int exit) throws IOException {
        this.exit = exit;
        entrance = new ServerSocket();
        entrance.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        carriers.submit(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** How long each piece of data is kept from now on, in each direction. */
    void delay(Duration delay) {
        this.delay = delay;
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                carriers.submit(() -> connect(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), exit);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            carriers.submit(() -> carry(client, server));
            carry(server, client);
        } catch (IOException away) {
            close(client);
        }
    }

    private void carry(Socket from, Socket to) {
        byte[] chunk = new byte[CHUNK];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                Thread.sleep(delay);
                out.write(chunk, 0, read);
            }
        } catch (IOException ended) {
            // As the one end goes, so does the other.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It is closed.
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        carriers.shutdownNow();
    }
}
