package org.onrecord.benchmarks.hostile;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Well-behaved and hostile sites on one machine: one server on all loopback addresses, each of which is a host of its own. It
 * speaks HTTP only as far as an answer does.
 */
final class Sites implements AutoCloseable {
    private static final int LONGEST_HEAD = 64 << 10;
    private static final String ROBOTS = "/robots.txt";

    private final ServerSocket server;
    private final ExecutorService connections = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final AtomicInteger hosts = new AtomicInteger();

    Sites() throws IOException {
        server = new ServerSocket();
        server.bind(new InetSocketAddress("0.0.0.0", 0), 4096);
        Thread.ofVirtual().start(this::accept);
    }

    /** A host that was never asked before, with the port. */
    String newHost() {
        int number = hosts.getAndIncrement();
        return "127.5." + number / 250 + "." + (1 + number % 250) + ":" + server.getLocalPort();
    }

    /** Has a host answer at a path; returns the URL. */
    String put(String host, String path, Answer answer) {
        answers.put(host + path, answer);
        return "http://" + host + path;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                connections.execute(() -> answer(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket socket) {
        try (socket) {
            String path = path(socket.getInputStream());
            String host = socket.getLocalAddress().getHostAddress() + ":" + server.getLocalPort();
            OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
            answers.getOrDefault(host + path, path.equals(ROBOTS) ? Answer.NOT_FOUND : any(host))
                    .write(host, out);
            out.flush();
        } catch (IOException hungUp) {
            // As it should, on most of them.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a host says at every path that it has no answer for. */
    private Answer any(String host) {
        return answers.getOrDefault(host + "*", Answer.NOT_FOUND);
    }

    private static String path(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n", Math.max(0, head.length() - 8)) < 0 && head.length() < LONGEST_HEAD) {
            byte[] piece = new byte[1024];
            int read = in.read(piece);
            if (read < 0) {
                throw new IOException("no request");
            }
            head.append(new String(piece, 0, read, StandardCharsets.ISO_8859_1));
        }
        String[] line = head.substring(0, head.indexOf("\r\n")).split(" ");
        return line.length > 1 ? line[1] : "";
    }

    @Override
    public void close() throws IOException {
        server.close();
        connections.shutdownNow();
    }
}
