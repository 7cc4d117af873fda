package org.onrecord.egress;

import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

import org.onrecord.egress.FetchResult.Barred;
import org.onrecord.egress.FetchResult.Fetched;
import org.onrecord.egress.FetchResult.Phase;
import org.onrecord.egress.FetchResult.Refused;
import org.onrecord.egress.FetchResult.TimedOut;
import org.onrecord.egress.FetchResult.TooManyRedirects;

/**
 * Fetches pages from the public internet, and sends to it, and nowhere else. Each URL of a fetch, redirects included, is vetted by its
 * spelling and again by the addresses that are connected to. Cookies last as long as one fetch; no credentials, no proxy, no system properties.
 * Calls block; they are made to be called from virtual threads. Thread-safe.
 */
public final class GuardedHttpClient implements AutoCloseable {

    private static final int MAX_CONNECTIONS_PER_HOST = 64;
    private static final int MAX_HEADER_LINE = 16 << 10;
    private static final int MAX_HEADER_LINES = 200;
    private static final int BUFFER = 4 << 10;
    private static final Http1Config HTTP_1 = Http1Config.custom()
            .setMaxLineLength(MAX_HEADER_LINE)
            .setMaxHeaderCount(MAX_HEADER_LINES)
            // Two of them a connection, and most of thousands of connections wait.
            .setBufferSize(BUFFER)
            .build();
    static final TimeValue IDLE = TimeValue.ofSeconds(10);

    private final AddressGuard guard;
    private final Limits limits;
    private final BodyMemory memory;
    private final Watchdog watchdog = new Watchdog();
    private final VettingDnsResolver resolver;
    private final CloseableHttpClient client;
    private final Protocols protocols;
    private final Sending sending;

    /**
     * @param guard decides which URLs and addresses are asked
     * @param resolver from host to addresses
     * @param limits what one fetch may cost
     * @param userAgent an honest name and where to reach whoever runs it
     * @param clock dates the answers
     * @param memory for the bodies of all fetches that are under way
     */
    public GuardedHttpClient(
            AddressGuard guard,
            Resolver resolver,
            Limits limits,
            String userAgent,
            InstantSource clock,
            BodyMemory memory) {
        this.guard = guard;
        this.limits = limits;
        this.memory = memory;
        this.resolver = new VettingDnsResolver(guard, resolver);
        this.client = client(connections(this.resolver, limits), limits, userAgent);
        this.protocols = new Protocols(
                client::executeOpen,
                () -> new Http2(this.resolver, limits, userAgent),
                watchdog,
                new Exchange.Terms(clock, limits));
        this.sending = new Sending(client, watchdog, limits);
    }

    /** A client that resolves names as the operating system does, with a quarter of the heap for bodies. */
    public static GuardedHttpClient create(AllowList allowed, Limits limits, String userAgent) {
        return create(
                allowed, limits, userAgent, new BodyMemory(Runtime.getRuntime().maxMemory() / 4));
    }

    /** The same with this much memory for bodies. */
    public static GuardedHttpClient create(AllowList allowed, Limits limits, String userAgent, BodyMemory memory) {
        return new GuardedHttpClient(
                new AddressGuard(allowed),
                new SystemResolver(limits.connect()),
                limits,
                userAgent,
                InstantSource.system(),
                memory);
    }

    private static PoolingHttpClientConnectionManager connections(VettingDnsResolver resolver, Limits limits) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(resolver)
                .setTlsSocketStrategy(ClientTlsStrategyBuilder.create()
                        .setHostVerificationPolicy(HostnameVerificationPolicy.BUILTIN)
                        .buildClassic())
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(HTTP_1)
                        // The client's own parser skips lines until one looks like HTTP; this one does not.
                        .responseParserFactory(new DefaultHttpResponseParserFactory(HTTP_1))
                        .build())
                // Bounds the connections to a host, not their sum, which is the number of fetches and what rests after
                // one.
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                .setMaxConnPerRoute(MAX_CONNECTIONS_PER_HOST)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(limits.connect()))
                        .setSocketTimeout(Timeout.of(limits.firstByte()))
                        .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                        .build())
                .build();
    }

    private static CloseableHttpClient client(
            PoolingHttpClientConnectionManager connections, Limits limits, String userAgent) {
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(limits.connect()))
                        .setResponseTimeout(Timeout.of(limits.firstByte()))
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
                .evictIdleConnections(IDLE)
                .build();
    }

    /** {@link #fetch(Get, HopGate)} with an open gate. */
    public FetchResult fetch(Get get) {
        return fetch(get, HopGate.OPEN);
    }

    /** {@link #fetch(Get, HopGate, BodyMemory.Share)} with a share that is given back with the answer: for small files. */
    public FetchResult fetch(Get get, HopGate gate) {
        try (BodyMemory.Share share = memory.share()) {
            return fetch(get, gate, share);
        }
    }

    /** What the bodies of this client take together. */
    public BodyMemory memory() {
        return memory;
    }

    /**
     * Gets a page and follows its redirects, by status, {@code Refresh} or meta element. A page that would have itself asked for
     * again with nothing changed is the answer.
     *
     * @param gate asked before each request
     * @param share pays for the body, until its owner closes it; one of {@link #memory()}, for this fetch alone
     * @return how it ended; nothing is thrown for what a server or a URL does
     */
    public FetchResult fetch(Get get, HopGate gate, BodyMemory.Share share) {
        List<URI> chain = new ArrayList<>();
        Cookies cookies = new Cookies(memory::domainOf);
        Set<String> asked = new HashSet<>();
        String url = get.url();
        Duration left = limits.total();
        while (true) {
            Verdict verdict = guard.vet(url);
            if (!(verdict instanceof Target target)) {
                return new Refused(List.copyOf(chain), (Refusal) verdict);
            }
            Optional<String> cookie = cookies.sentTo(target.uri());
            if (!asked.add(attempt(target, cookie)) || chain.size() > limits.maxRedirects()) {
                return new TooManyRedirects(List.copyOf(chain));
            }
            chain.add(target.uri());
            Optional<String> barred = gate.barred(target.uri());
            if (barred.isPresent()) {
                return new Barred(List.copyOf(chain), barred.get());
            }
            long start = System.nanoTime();
            switch (protocols.run(target, get, cookie, List.copyOf(chain), left, share)) {
                case Exchange.Step.End(FetchResult result) -> {
                    Optional<String> next = next(result, cookies, asked);
                    if (next.isEmpty()) {
                        return result;
                    }
                    url = next.get();
                    // Its body is not needed any more, and the next one must not wait for its memory.
                    share.close();
                }
                case Exchange.Step.Redirect(String location, Headers headers) -> {
                    cookies.take(target.uri(), headers);
                    url = UrlReader.resolve(target.uri(), location);
                }
            }
            left = left.minusNanos(System.nanoTime() - start);
            if (!left.isPositive()) {
                return new TimedOut(List.copyOf(chain), Phase.FIRST_BYTE);
            }
        }
    }

    /**
     * Sends a body, once: a redirect is not followed, and nothing is sent again. The addresses of the host are vetted when it is
     * connected to.
     *
     * @return how it ended; nothing is thrown for what a server or a URL does
     */
    public PostResult send(Post post) {
        return switch (guard.vet(post.url())) {
            case Refusal refusal -> new PostResult.Refused(refusal);
            case Target target -> sending.run(target, post);
        };
    }

    /**
     * Whether something could be sent to a URL now: by its spelling, and by the addresses that its host has at the moment.
     *
     * @return why not, in words for a person; empty if it could
     */
    public Optional<String> refusal(String url) {
        return switch (guard.vet(url)) {
            case Refusal refusal -> Optional.of(refusal.detail());
            case Target target -> {
                try {
                    resolver.resolve(target.host(), target.port());
                    yield Optional.empty();
                } catch (UnknownHostException e) {
                    yield Optional.of(noPublicAddress(target.host()));
                }
            }
        };
    }

    /** The same for one that has none and for one whose addresses are refused. */
    static String noPublicAddress(String host) {
        return host + " has no public address";
    }

    /** Where a page leads that is only a step on the way. */
    private Optional<String> next(FetchResult result, Cookies cookies, Set<String> asked) {
        if (!(result instanceof Fetched page)) {
            return Optional.empty();
        }
        Optional<String> next = Refresh.of(page);
        next.ifPresent(any -> cookies.take(page.url(), page.headers()));
        return next.filter(url -> switch (guard.vet(url)) {
            case Target target -> !asked.contains(attempt(target, cookies.sentTo(target.uri())));
            // A script, say: the page stays. Anything else is refused as any redirect is.
            case Refusal refusal -> refusal.reason() != RefusalReason.SCHEME;
        });
    }

    /** The same URL with other cookies is another question. */
    private static String attempt(Target target, Optional<String> cookie) {
        return target.uri() + "\n" + cookie.orElse("");
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
        protocols.close();
        watchdog.close();
    }
}
