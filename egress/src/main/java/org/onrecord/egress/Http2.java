package org.onrecord.egress;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Future;

import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.http2.config.H2Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * HTTP/2 for those few servers that speak nothing else: a connection carries one request at a time, so that breaking it off harms
 * no other, and a server may send no more than its window before somebody reads.
 */
final class Http2 implements Exchange.Caller, AutoCloseable {
    /** A connection has some 150 KB of buffers, its window included. */
    private static final int MOST_CONNECTIONS = 64;

    private static final int MOST_CONNECTIONS_PER_HOST = 8;
    private static final int WINDOW = 64 << 10;
    private static final int FRAME = 16 << 10;
    /** Frames in which the fields of one head may come. */
    private static final int MOST_CONTINUATIONS = 16;

    private final CloseableHttpAsyncClient client;

    /** Starts a client with a thread of its own that moves bytes; whoever calls blocks as with any other. */
    Http2(VettingDnsResolver resolver, Limits limits, String userAgent) {
        this.client = client(resolver, limits, userAgent);
        client.start();
    }

    private static CloseableHttpAsyncClient client(VettingDnsResolver resolver, Limits limits, String userAgent) {
        Timeout connect = Timeout.of(limits.connect());
        Timeout firstByte = Timeout.of(limits.firstByte());
        return HttpAsyncClients.custom()
                .setConnectionManager(PoolingAsyncClientConnectionManagerBuilder.create()
                        .setDnsResolver(resolver)
                        .setTlsStrategy(ClientTlsStrategyBuilder.create()
                                .setHostVerificationPolicy(HostnameVerificationPolicy.BUILTIN)
                                .buildAsync())
                        .setDefaultTlsConfig(TlsConfig.custom()
                                .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_2)
                                .setHandshakeTimeout(connect)
                                .build())
                        .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.STRICT)
                        .setMaxConnTotal(MOST_CONNECTIONS)
                        .setMaxConnPerRoute(MOST_CONNECTIONS_PER_HOST)
                        .setMessageMultiplexing(false)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(connect)
                                .setSocketTimeout(firstByte)
                                .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                                .build())
                        .build())
                .setH2Config(H2Config.custom()
                        .setPushEnabled(false)
                        .setMaxHeaderListSize(limits.maxHeadBytes())
                        .setMaxContinuations(MOST_CONTINUATIONS)
                        .setInitialWindowSize(WINDOW)
                        .setMaxFrameSize(FRAME)
                        .build())
                .setIOReactorConfig(IOReactorConfig.custom().setIoThreadCount(1).build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(firstByte)
                        .setResponseTimeout(firstByte)
                        .setProtocolUpgradeEnabled(false)
                        .setAuthenticationEnabled(false)
                        .build())
                .setUserAgent(userAgent)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableContentCompression()
                .disableAuthCaching()
                .evictExpiredConnections()
                .evictIdleConnections(GuardedHttpClient.IDLE)
                .build();
    }

    /** Cancelling the request ends the call, whatever it waits for. */
    @Override
    public ClassicHttpResponse call(HttpHost host, HttpGet request, HttpClientContext context) throws IOException {
        Http2Response response = new Http2Response(WINDOW);
        Future<Void> exchange = client.execute(
                host, new BasicRequestProducer(request, null), response, null, context, new EndOfCall(response));
        request.setDependency(() -> exchange.cancel(true));
        return response.await();
    }

    /** Tells whoever waits, also of an end before there is a connection, which the response is not told of otherwise. */
    private record EndOfCall(Http2Response response) implements FutureCallback<Void> {
        @Override
        public void completed(Void nothing) {}

        @Override
        public void failed(Exception e) {
            response.failed(e);
        }

        @Override
        public void cancelled() {
            response.failed(new InterruptedIOException("broken off"));
        }
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }
}
