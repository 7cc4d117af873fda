package org.onrecord.egress;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.io.entity.BasicHttpEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.nio.support.classic.ContentInputStream;
import org.apache.hc.core5.http.nio.support.classic.SharedInputBuffer;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * A response that one thread receives and another waits for and reads. As much as the window has is kept of what was not read; any
 * end of the exchange is told to whoever waits.
 */
final class Http2Response implements AsyncResponseConsumer<Void> {
    private final SharedInputBuffer buffer;
    private final CompletableFuture<ClassicHttpResponse> head = new CompletableFuture<>();
    private volatile FutureCallback<Void> whole;
    private volatile Exception cause;

    Http2Response(int window) {
        buffer = new SharedInputBuffer(window);
    }

    /**
     * Waits for the head.
     *
     * @throws IOException if there is none
     */
    ClassicHttpResponse await() throws IOException {
        try {
            return head.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new NotHttp2Exception(e.getCause());
        }
    }

    /** What the server sent is none of HTTP/2. */
    static final class NotHttp2Exception extends IOException {
        private static final long serialVersionUID = 1L;

        private NotHttp2Exception(Throwable cause) {
            super(cause.getMessage(), cause);
        }
    }

    @Override
    public void informationResponse(HttpResponse response, HttpContext context) {}

    @Override
    public void consumeResponse(
            HttpResponse response, EntityDetails entity, HttpContext context, FutureCallback<Void> whole) {
        this.whole = whole;
        ClassicHttpResponse answer = new BasicClassicHttpResponse(response.getCode(), response.getReasonPhrase());
        answer.setHeaders(response.getHeaders());
        if (entity == null) {
            whole.completed(null);
        } else {
            answer.setEntity(new BasicHttpEntity(new Content(), entity.getContentLength(), null));
        }
        head.complete(answer);
    }

    /** What arrived before an early end is read before that end is told. */
    private final class Content extends FilterInputStream {
        private Content() {
            super(new ContentInputStream(buffer));
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            if (read < 0 && cause != null) {
                throw new IOException(String.valueOf(cause.getMessage()), cause);
            }
            return read;
        }

        @Override
        public void close() {}
    }

    @Override
    public void updateCapacity(CapacityChannel channel) throws IOException {
        buffer.updateCapacity(channel);
    }

    @Override
    public void consume(ByteBuffer bytes) {
        buffer.fill(bytes);
    }

    @Override
    public void streamEnd(List<? extends Header> trailers) {
        buffer.markEndStream();
        whole.completed(null);
    }

    @Override
    public void failed(Exception e) {
        cause = e;
        head.completeExceptionally(e);
        buffer.markEndStream();
    }

    @Override
    public void releaseResources() {}
}
