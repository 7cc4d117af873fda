package org.onrecord.api.access;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Gets what a provider publishes, of some hundred kilobytes at most, from where it was asked for and nowhere else: redirects are
 * not followed, and nothing is tried twice. Thread-safe.
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

    /**
     * Blocks until the last byte is there.
     *
     * @param deadline by {@link System#nanoTime}
     * @throws IOException if it is not there in time, is too long, or the answer is anything but 200
     */
    byte[] get(URI at, long deadline) throws IOException {
        HttpRequest request;
        try {
            request = HttpRequest.newBuilder(at)
                    .header("Accept", "application/json")
                    .build();
        } catch (IllegalArgumentException e) {
            throw new IOException(at + " is no URL that can be asked", e);
        }
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, head -> new Few());
        try {
            // The time limit of a request ends with the head of its answer: a body may trickle for ever.
            HttpResponse<byte[]> response = answer.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (response.statusCode() != OK) {
                throw new IOException(at + " answers " + response.statusCode());
            }
            return response.body();
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
