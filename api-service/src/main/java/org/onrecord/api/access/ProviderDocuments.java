package org.onrecord.api.access;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Gets what a provider publishes or answers, of some hundred kilobytes at most, from where it was asked for and nowhere else:
 * redirects are not followed, and nothing is tried twice. Thread-safe.
 */
final class ProviderDocuments {

    static final int MOST_BYTES = 512 << 10;

    private static final int OK = 200;

    private final HttpClient client;

    ProviderDocuments(Duration patience) {
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience)
                .build();
    }

    /** What was answered, whatever its status. */
    record Answer(int status, byte[] body) {}

    /**
     * Blocks until the last byte is there.
     *
     * @param deadline by {@link System#nanoTime}
     * @throws IOException if it is not there in time, is too long, or the answer is anything but 200
     */
    byte[] get(URI at, long deadline) throws IOException {
        Answer answer = send(at, request(at), deadline);
        if (answer.status() != OK) {
            throw new IOException(at + " answers " + answer.status());
        }
        return answer.body();
    }

    /**
     * Sends a form. Blocks likewise.
     *
     * @param form as {@code application/x-www-form-urlencoded} has it
     * @param authorization the header; empty where none is sent
     * @param deadline by {@link System#nanoTime}
     * @throws IOException if the answer is not there in time, or is too long
     */
    Answer post(URI at, String form, Optional<String> authorization, long deadline) throws IOException {
        HttpRequest.Builder request = request(at)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        authorization.ifPresent(value -> request.header("Authorization", value));
        return send(at, request, deadline);
    }

    private static HttpRequest.Builder request(URI at) throws IOException {
        try {
            return HttpRequest.newBuilder(at).header("Accept", "application/json");
        } catch (IllegalArgumentException e) {
            throw new IOException(at + " is no URL that can be asked", e);
        }
    }

    private Answer send(URI at, HttpRequest.Builder request, long deadline) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request.build(), head -> new Few());
        try {
            // The time limit of a request ends with the head of its answer: a body may trickle for ever.
            HttpResponse<byte[]> response = answer.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            return new Answer(response.statusCode(), response.body());
        } catch (TimeoutException e) {
            throw new IOException(at + " does not answer in time", e);
        } catch (ExecutionException e) {
            throw new IOException(at + " cannot be had: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while " + at + " was asked");
        } finally {
            // Closes the connection, if the answer still comes.
            answer.cancel(true);
        }
    }

    /** A body that breaks off where it becomes too long. */
    private static final class Few implements BodySubscriber<byte[]> {
        private final BodySubscriber<byte[]> bytes = BodySubscribers.ofByteArray();
        private long left = MOST_BYTES;
        private Subscription subscription;

        @Override
        public CompletionStage<byte[]> getBody() {
            return bytes.getBody();
        }

        @Override
        public void onSubscribe(Subscription started) {
            subscription = started;
            bytes.onSubscribe(started);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            left -= buffers.stream().mapToLong(ByteBuffer::remaining).sum();
            if (left >= 0) {
                bytes.onNext(buffers);
            } else {
                subscription.cancel();
                bytes.onError(new IOException("longer than " + MOST_BYTES + " bytes"));
            }
        }

        @Override
        public void onError(Throwable failure) {
            bytes.onError(failure);
        }

        @Override
        public void onComplete() {
            bytes.onComplete();
        }
    }
}
