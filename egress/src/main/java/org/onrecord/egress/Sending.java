package org.onrecord.egress;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Arrays;
import javax.net.ssl.SSLException;

import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.ModalCloseable;

import org.onrecord.egress.PostResult.Answered;
import org.onrecord.egress.PostResult.Unanswered;

/** One request with a body, and the beginning of its answer. */
final class Sending {

    /** What is kept of an answer. */
    private static final int KEPT = 1 << 10;

    private final CloseableHttpClient client;
    private final Watchdog watchdog;
    private final Limits limits;

    Sending(CloseableHttpClient client, Watchdog watchdog, Limits limits) {
        this.client = client;
        this.watchdog = watchdog;
        this.limits = limits;
    }

    PostResult run(Target target, Post post) {
        HttpPost request = new HttpPost(target.uri());
        request.setEntity(new ByteArrayEntity(post.body(), ContentType.parse(post.mediaType())));
        post.headers().forEach(header -> request.setHeader(header.name(), header.value()));
        Watchdog.Watch watch = watchdog.watch(limits.total(), request::cancel);
        ClassicHttpResponse response = null;
        try {
            HttpHost host = new HttpHost(target.uri().getScheme(), target.host(), target.port());
            response = client.executeOpen(host, request, null);
            return new Answered(response.getCode(), Exchange.headers(response), beginning(response));
        } catch (IOException e) {
            return new Unanswered(watch.ranOut() ? late() : why(e, target));
        } finally {
            watch.end();
            // Immediate: a graceful close would first read the rest, be it endless.
            if (response instanceof ModalCloseable closeable) {
                closeable.close(CloseMode.IMMEDIATE);
            }
        }
    }

    /** Of a body that breaks off, what came. */
    private static byte[] beginning(ClassicHttpResponse response) {
        HttpEntity entity = response.getEntity();
        byte[] kept = new byte[KEPT];
        int read = 0;
        if (entity != null) {
            try {
                InputStream content = entity.getContent();
                for (int n = 0; n >= 0 && read < KEPT; n = content.read(kept, read, KEPT - read)) {
                    read += n;
                }
            } catch (IOException e) {
                return Arrays.copyOf(kept, read);
            }
        }
        return Arrays.copyOf(kept, read);
    }

    private String late() {
        return "no answer within " + limits.total().toSeconds() + " s";
    }

    private String why(IOException e, Target target) {
        return switch (e) {
            case UnknownHostException unknown -> GuardedHttpClient.noPublicAddress(target.host());
            case ConnectTimeoutException slow ->
                "no connection within " + limits.connect().toSeconds() + " s";
            case SocketTimeoutException slow -> late();
            case SSLException tls ->
                "no trusted TLS connection: " + HostSpelling.printable(String.valueOf(e.getMessage()));
            default -> "no connection, or it broke: " + HostSpelling.printable(String.valueOf(e.getMessage()));
        };
    }
}
