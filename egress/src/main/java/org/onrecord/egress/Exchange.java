package org.onrecord.egress;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;

import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpMessage;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.ModalCloseable;

import org.onrecord.egress.FetchResult.CutOff;
import org.onrecord.egress.FetchResult.ErrorStatus;
import org.onrecord.egress.FetchResult.Failed;
import org.onrecord.egress.FetchResult.Failure;
import org.onrecord.egress.FetchResult.Fetched;
import org.onrecord.egress.FetchResult.NotModified;
import org.onrecord.egress.FetchResult.Part;
import org.onrecord.egress.FetchResult.Phase;
import org.onrecord.egress.FetchResult.TimedOut;
import org.onrecord.egress.FetchResult.TooLarge;
import org.onrecord.egress.FetchResult.UnknownHost;
import org.onrecord.egress.FetchResult.UnwantedType;

/** One request and its response; a redirect is handed back, not followed. */
final class Exchange {

    private static final List<Integer> REDIRECTS = List.of(301, 302, 303, 307, 308);
    private static final int NOT_MODIFIED = 304;
    private static final String COOKIE = "Cookie";
    /** What is read of a body that nobody wants, so that its connection can be used again. */
    private static final int DRAINED = 64 << 10;

    private static final int DRAIN_BUFFER = 2 << 10;

    private final Caller caller;
    private final Watchdog watchdog;
    private final InstantSource clock;
    private final Limits limits;

    /** A client. */
    interface Caller {
        /** Blocks until the head of the response is there; its body is read afterwards. */
        ClassicHttpResponse call(HttpHost host, HttpGet request, HttpClientContext context) throws IOException;
    }

    /**
     * On which every exchange is made.
     *
     * @param clock dates the answers
     * @param limits what one fetch may cost
     */
    record Terms(InstantSource clock, Limits limits) {}

    Exchange(Caller caller, Watchdog watchdog, Terms terms) {
        this.caller = caller;
        this.watchdog = watchdog;
        this.clock = terms.clock();
        this.limits = terms.limits();
    }

    /** What one exchange led to. */
    sealed interface Step {
        /** What counts, whatever it was asked by. */
        sealed interface Known extends Step {}

        record End(FetchResult result) implements Known {}

        /** @param headers of the answer that redirects */
        record Redirect(String location, Headers headers) implements Known {}

        /**
         * The server seems to speak another protocol.
         *
         * @param result the end, if it speaks none of the others either
         */
        record OtherProtocol(FetchResult result) implements Step {}
    }

    /** @param cookie what earlier answers of this fetch set */
    Step run(
            Target target,
            Get get,
            Optional<String> cookie,
            List<URI> chain,
            Duration timeLeft,
            BodyMemory.Share share) {
        HttpGet request = request(target, get);
        cookie.ifPresent(value -> request.setHeader(COOKIE, value));
        Duration head = timeLeft.compareTo(limits.firstByte()) < 0 ? timeLeft : limits.firstByte();
        Watchdog.Watch watch = watchdog.watch(head, request::cancel);
        Phase phase = Phase.FIRST_BYTE;
        ClassicHttpResponse response = null;
        try {
            HttpHost host = new HttpHost(target.uri().getScheme(), target.host(), target.port());
            HttpClientContext context = HttpClientContext.create();
            response = open(host, request, context);
            phase = Phase.BODY;
            watch.extend(timeLeft);
            // The context's request has the fields too that the client adds, such as Host.
            share.begin(target.uri(), request::cancel);
            // What was waited for memory is no fault of the server's.
            BodyReader bodies = new BodyReader(limits.maxBodyBytes(), share, watch);
            Step step = read(response, sent(context.getRequest()), get, chain, bodies);
            boolean brokenOff =
                    step instanceof Step.End(FetchResult.CutOff cut) && (watch.ranOut() || share.brokenOff());
            return brokenOff ? new Step.End(new TimedOut(chain, phase)) : step;
        } catch (IOException e) {
            boolean late = watch.ranOut() || share.brokenOff();
            if (late) {
                return new Step.End(new TimedOut(chain, phase));
            }
            FetchResult result = explain(e, phase, chain, target);
            return phase == Phase.FIRST_BYTE && isOfAnotherProtocol(e)
                    ? new Step.OtherProtocol(result)
                    : new Step.End(result);
        } finally {
            watch.end();
            share.arrived();
            // Immediate: a graceful close would first read the rest, be it endless.
            if (response instanceof ModalCloseable closeable) {
                closeable.close(CloseMode.IMMEDIATE);
            } else {
                request.cancel();
            }
        }
    }

    /** A server may close an idle connection in the very moment in which it is used again; that is no failure yet. */
    private ClassicHttpResponse open(HttpHost host, HttpGet request, HttpClientContext context) throws IOException {
        try {
            return caller.call(host, request, context);
        } catch (NoHttpResponseException e) {
            EndpointDetails connection = context.getEndpointDetails();
            if (connection == null || connection.getRequestCount() <= 1) {
                throw e;
            }
            return caller.call(host, request, context);
        }
    }

    private static HttpGet request(Target target, Get get) {
        HttpGet request = new HttpGet(target.uri());
        request.setHeader("Accept", get.accept());
        request.setHeader("Accept-Encoding", BodyReader.ACCEPT_ENCODING);
        get.entityTag().ifPresent(tag -> request.setHeader("If-None-Match", tag));
        get.lastModified().ifPresent(date -> request.setHeader("If-Modified-Since", date));
        return request;
    }

    private Step read(ClassicHttpResponse response, Headers sent, Get get, List<URI> chain, BodyReader bodies)
            throws IOException {
        Headers headers = headers(response);
        if (headers.size() > limits.maxHeadBytes()) {
            return new Step.End(new TooLarge(chain, Part.HEAD, limits.maxHeadBytes()));
        }
        int status = response.getCode();
        if (status >= 200 && status < 300) {
            if (!get.wants(headers)) {
                return new Step.End(new UnwantedType(chain, headers.mediaType().orElse("")));
            }
            BodyReader.Body body = body(response, headers, get, bodies);
            Fetched fetched = new Fetched(chain, sent, status, headers, body.bytes(), clock.instant());
            return new Step.End(body.brokenOff()
                    .<FetchResult>map(why -> new CutOff(fetched, HostSpelling.printable(why)))
                    .orElse(fetched));
        }
        drain(response);
        if (status == NOT_MODIFIED) {
            return new Step.End(new NotModified(chain, headers, clock.instant()));
        }
        Optional<String> location = headers.first("Location");
        return REDIRECTS.contains(status) && location.isPresent()
                ? new Step.Redirect(location.get(), headers)
                : new Step.End(new ErrorStatus(chain, status, headers));
    }

    /** Without cookies, which are kept nowhere. */
    private static Headers sent(HttpMessage request) {
        return new Headers(headers(request).fields().stream()
                .filter(field -> !field.name().equalsIgnoreCase(COOKIE))
                .toList());
    }

    static Headers headers(HttpMessage message) {
        Header[] fields = message.getHeaders();
        return new Headers(List.of(fields).stream()
                .map(field -> new Headers.Field(field.getName(), field.getValue() == null ? "" : field.getValue()))
                .toList());
    }

    private BodyReader.Body body(ClassicHttpResponse response, Headers headers, Get get, BodyReader bodies)
            throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return new BodyReader.Body(new byte[0], Optional.empty());
        }
        if (entity.getContentLength() > limits.maxBodyBytes()) {
            throw new BodyReader.TooLargeException();
        }
        return bodies.read(entity.getContent(), headers.allLowerCase("Content-Encoding"), get.isOfPage());
    }

    private static void drain(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity != null && entity.getContentLength() <= DRAINED) {
            InputStream content = entity.getContent();
            byte[] unwanted = new byte[DRAIN_BUFFER];
            int left = DRAINED;
            for (int n = 0; n >= 0 && left > 0; left -= n) {
                n = content.read(unwanted, 0, Math.min(left, DRAIN_BUFFER));
            }
        }
    }

    /** RFC 7301 3.2: a server that speaks none of the protocols that are offered says so, or ends the connection. */
    private static boolean isOfAnotherProtocol(IOException e) {
        return switch (e) {
            case SSLException tls -> String.valueOf(tls.getMessage()).contains("no_application_protocol");
            case ClientProtocolException other -> true;
            case Http2Response.NotHttp2Exception other -> true;
            case NoHttpResponseException closed -> true;
            default -> false;
        };
    }

    private FetchResult explain(IOException e, Phase phase, List<URI> chain, Target target) {
        return switch (e) {
            case ResolutionTimeoutException unanswered -> new TimedOut(chain, Phase.RESOLVE);
            case UnknownHostException unknown -> new UnknownHost(chain, target.host());
            case BodyReader.TooLargeException large -> new TooLarge(chain, Part.BODY, limits.maxBodyBytes());
            case MessageConstraintException large -> new TooLarge(chain, Part.HEAD, limits.maxHeadBytes());
            case BodyReader.CodingException coding -> failed(chain, Failure.CONTENT_CODING, e);
            case ConnectTimeoutException slow -> new TimedOut(chain, Phase.CONNECT);
            case ConnectionRequestTimeoutException busy -> new TimedOut(chain, Phase.CONNECT);
            case SocketTimeoutException slow -> new TimedOut(chain, phase);
            case SSLException tls -> failed(chain, Failure.TLS, e);
            case ClientProtocolException protocol -> failed(chain, Failure.PROTOCOL, e);
            case Http2Response.NotHttp2Exception protocol -> failed(chain, Failure.PROTOCOL, e);
            default -> failed(chain, Failure.CONNECTION, e);
        };
    }

    private static Failed failed(List<URI> chain, Failure failure, IOException e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new Failed(chain, failure, HostSpelling.printable(message));
    }
}
