package org.onrecord.egress;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that writes what it is told, byte for byte, as no well-behaved server would; and counts its connections. */
final class LoopbackServer implements AutoCloseable {

    /** What is done with a connection once the request's head was read. */
    @FunctionalInterface
    interface Behaviour {
        void answer(Request request, Socket socket, OutputStream out) throws Exception;
    }

    /** The head of a request. */
    record Request(String line, List<String> headers) {
        String path() {
            return line.split(" ")[1];
        }

        String header(String name) {
            return headers.stream()
                    .filter(header -> header.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(header -> header.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    private final ServerSocket listener;
    private final Behaviour behaviour;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger connections = new AtomicInteger();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final Semaphore closed = new Semaphore(0);

    private LoopbackServer(ServerSocket listener, Behaviour behaviour) {
        this.listener = listener;
        this.behaviour = behaviour;
    }

    static LoopbackServer start(Behaviour behaviour) throws IOException {
        return start(InetAddress.getByName("127.0.0.1"), 0, behaviour);
    }

    static LoopbackServer start(InetAddress address, int port, Behaviour behaviour) throws IOException {
        ServerSocket listener = new ServerSocket();
        listener.bind(new InetSocketAddress(address, port));
        LoopbackServer server = new LoopbackServer(listener, behaviour);
        server.workers.submit(server::accept);
        return server;
    }

    /** Answers every request with this response, as it stands. */
    static LoopbackServer saying(String response) throws IOException {
        return start((request, socket, out) -> out.write(response.getBytes(StandardCharsets.ISO_8859_1)));
    }

    int port() {
        return listener.getLocalPort();
    }

    String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    /** Connections that were ever opened. */
    int connections() {
        return connections.get();
    }

    List<Request> requests() {
        return requests;
    }

    /** Waits until one more connection was closed at this end. */
    void awaitClosed() throws InterruptedException {
        closed.acquire();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                connections.incrementAndGet();
                open.add(socket);
                workers.submit(() -> serve(socket));
            } catch (SocketException e) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            String line = in.readLine();
            if (line != null) {
                List<String> headers =
                        in.lines().takeWhile(header -> !header.isEmpty()).toList();
                Request request = new Request(line, headers);
                requests.add(request);
                behaviour.answer(request, socket, socket.getOutputStream());
            }
        } catch (Exception e) {
            // The client went away, as many of these tests want it to.
        } finally {
            closed.release();
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
        workers.shutdownNow();
    }
}
