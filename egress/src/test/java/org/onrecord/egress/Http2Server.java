package org.onrecord.egress;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/**
 * A server over TLS that speaks HTTP/2 (RFC 9113) and nothing else, and writes its frames as it is told: a connection answers one
 * request.
 */
final class Http2Server implements AutoCloseable {
    /** How those are turned away that offer no HTTP/2. */
    enum Manner {
        /** RFC 7301 3.2: by an alert. */
        ALERT,
        /** As servers that know nothing of the negotiation do: with their own first frame, and an end. */
        SETTINGS,
        /** By an end. */
        SILENCE,
        /** By the status of HTTP/1.1 that says so. */
        STATUS
    }

    /** What is answered; the stream is the request's. */
    @FunctionalInterface
    interface Behaviour {
        void answer(Frames frames, int stream) throws Exception;
    }

    static final int DATA = 0;
    static final int HEADERS = 1;
    static final int RST_STREAM = 3;
    static final int PUSH_PROMISE = 5;
    static final int CONTINUATION = 9;
    static final int END_STREAM = 1;
    static final int END_HEADERS = 4;

    private static final int SETTINGS = 4;
    private static final int GOAWAY = 7;
    private static final int WINDOW_UPDATE = 8;
    private static final int ACK = 1;
    private static final int PREFACE = 24;

    private final SSLServerSocket listener;
    private final Manner manner;
    private final Behaviour behaviour;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    private Http2Server(SSLServerSocket listener, Manner manner, Behaviour behaviour) {
        this.listener = listener;
        this.manner = manner;
        this.behaviour = behaviour;
    }

    static Http2Server start(SSLContext context, Manner manner, Behaviour behaviour) throws IOException {
        SSLServerSocket listener = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        if (manner == Manner.ALERT) {
            SSLParameters parameters = listener.getSSLParameters();
            parameters.setApplicationProtocols(new String[] {"h2"});
            listener.setSSLParameters(parameters);
        }
        Http2Server server = new Http2Server(listener, manner, behaviour);
        server.workers.submit(server::accept);
        return server;
    }

    int port() {
        return listener.getLocalPort();
    }

    String url(String path) {
        return "https://127.0.0.1:" + port() + path;
    }

    /** Connections that were turned away, since they were none of HTTP/2. */
    int refused() {
        return refused.get();
    }

    /** Requests by HTTP/2. */
    int asked() {
        return asked.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                SSLSocket socket = (SSLSocket) listener.accept();
                open.add(socket);
                workers.submit(() -> serve(socket));
            } catch (SocketException e) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(SSLSocket socket) {
        try (socket) {
            if (manner != Manner.ALERT) {
                // Whoever offers nothing but other protocols is let in without one.
                socket.setHandshakeApplicationProtocolSelector(
                        (connection, offered) -> offered.contains("h2") ? "h2" : "");
            }
            socket.startHandshake();
            if (!"h2".equals(socket.getApplicationProtocol())) {
                refused.incrementAndGet();
                turnAway(socket);
                return;
            }
            talk(new Frames(socket));
        } catch (IOException e) {
            // The client went away.
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void turnAway(SSLSocket socket) throws IOException {
        Frames frames = new Frames(socket);
        switch (manner) {
            case ALERT, SILENCE -> {}
            case SETTINGS -> {
                frames.write(SETTINGS, 0, 0, new byte[0]);
                frames.write(GOAWAY, 0, 0, new byte[] {0, 0, 0, 0, 0, 0, 0, 1});
            }
            case STATUS ->
                frames.out.write("HTTP/1.1 505 HTTP Version Not Supported\r\nConnection: close\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        }
    }

    private void talk(Frames frames) throws Exception {
        frames.in.readFully(new byte[PREFACE]);
        frames.write(SETTINGS, 0, 0, new byte[0]);
        while (true) {
            Frames.Frame frame = frames.read();
            if (frame.type == SETTINGS && frame.flags != ACK) {
                frames.write(SETTINGS, ACK, 0, new byte[0]);
            } else if (frame.type == HEADERS) {
                asked.incrementAndGet();
                workers.submit(() -> frames.watchWindow());
                behaviour.answer(frames, frame.stream);
                return;
            }
        }
    }

    /** A connection's frames. */
    static final class Frames {
        private final DataInputStream in;
        private final OutputStream out;
        /** What the client has let come of a stream, beyond the first window. */
        private final AtomicInteger letCome = new AtomicInteger();

        private Frames(SSLSocket socket) throws IOException {
            in = new DataInputStream(socket.getInputStream());
            out = socket.getOutputStream();
        }

        private record Frame(int type, int flags, int stream, byte[] payload) {}

        private Frame read() throws IOException {
            int first = in.readInt();
            int flags = in.readUnsignedByte();
            int stream = in.readInt();
            byte[] payload = new byte[first >>> 8];
            in.readFully(payload);
            return new Frame(first & 0xFF, flags, stream, payload);
        }

        private Void watchWindow() throws IOException {
            while (true) {
                Frame frame = read();
                if (frame.type == WINDOW_UPDATE && frame.stream != 0) {
                    letCome.addAndGet(ByteBuffer.wrap(frame.payload).getInt());
                }
            }
        }

        int letCome() {
            return letCome.get();
        }

        void write(int type, int flags, int stream, byte[] payload) throws IOException {
            ByteBuffer frame = ByteBuffer.allocate(9 + payload.length);
            frame.putInt(payload.length << 8 | type)
                    .put((byte) flags)
                    .putInt(stream)
                    .put(payload);
            out.write(frame.array());
            out.flush();
        }

        /** A head of status 200 with these fields, none of them compressed (RFC 7541 6.2.2). */
        void ok(int stream, String... fields) throws IOException {
            write(HEADERS, END_HEADERS, stream, head(0x88, fields));
        }

        static byte[] head(int status, String... fields) {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            head.write(status);
            for (String field : fields) {
                head.write(0);
                for (String part : field.split(": ", 2)) {
                    length(head, part.length());
                    head.writeBytes(part.getBytes(StandardCharsets.US_ASCII));
                }
            }
            return head.toByteArray();
        }

        /** RFC 7541 5.1, with a prefix of seven bits. */
        private static void length(ByteArrayOutputStream head, int length) {
            if (length < 127) {
                head.write(length);
                return;
            }
            head.write(127);
            int rest = length - 127;
            for (; rest >= 128; rest >>= 7) {
                head.write(rest & 127 | 128);
            }
            head.write(rest);
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
