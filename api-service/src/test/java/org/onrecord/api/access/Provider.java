package org.onrecord.api.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** An OpenID Connect provider on loopback, as far as a service that takes its tokens asks it. */
public final class Provider implements QuarkusTestResourceLifecycleManager, AutoCloseable {

    /** RFC 6749, section 2.3.1: both are escaped before they are joined. */
    private static final String CLIENT = "Basic "
            + Base64.getEncoder().encodeToString("the+desk%27s:s%3Aecret+%2B".getBytes(StandardCharsets.US_ASCII));

    static final String CLIENT_ID = "the desk's";
    static final String CLIENT_SECRET = "s:ecret +";

    private static Provider running;

    private final Map<String, Grant> grants = new ConcurrentHashMap<>();

    private final HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile RsaJsonWebKey key;
    private volatile CountDownLatch answering = new CountDownLatch(0);

    /** One that answers at once. */
    public Provider() {
        try {
            key = key("one");
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/.well-known/openid-configuration", exchange -> {
            asked.incrementAndGet();
            send(exchange, 200, """
                    {"issuer": "%1$s", "jwks_uri": "%1$s/keys", "authorization_endpoint": "%1$s/authorize?of=desk",
                    "token_endpoint": "%1$s/token", "end_session_endpoint": "%1$s/logout"}""".formatted(issuer()));
        });
        server.createContext("/token", exchange -> {
            Map<String, String> form =
                    form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            Grant grant = grants.remove(String.valueOf(form.get("code")));
            boolean isRight = grant != null
                    && CLIENT.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                    && "authorization_code".equals(form.get("grant_type"))
                    && grant.redirect().equals(form.get("redirect_uri"))
                    && grant.challenge().equals(base64(KeySecret.sha256(String.valueOf(form.get("code_verifier")))));
            send(exchange, isRight ? 200 : 400, isRight ? grant.answer() : "{\"error\": \"invalid_grant\"}");
        });
        server.createContext("/keys", exchange -> {
            try {
                answering.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            byte[] body = new JsonWebKeySet(key)
                    .toJson(OutputControlLevel.PUBLIC_ONLY)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    /** What a code is exchanged for, once, by whom it was given to. */
    private record Grant(String challenge, String redirect, String answer) {}

    /**
     * Gives a code to a browser that was sent here.
     *
     * @param question the parameters that it came with
     * @param answer what it is exchanged for
     */
    void give(String code, Map<String, String> question, String answer) {
        grants.put(code, new Grant(question.get("code_challenge"), question.get("redirect_uri"), answer));
    }

    /** The parameters of a form or query. */
    static Map<String, String> form(String text) {
        return Arrays.stream(text.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    static Provider running() {
        return running;
    }

    @Override
    public Map<String, String> start() {
        running = this;
        return Map.of("onrecord.access.oidc.issuer", issuer());
    }

    @Override
    public void stop() {
        close();
    }

    @Override
    public void close() {
        goOn();
        server.stop(0);
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** How often it was asked who it is. */
    int asked() {
        return asked.get();
    }

    /** Says nothing of its keys from now on. */
    void hang() {
        answering = new CountDownLatch(1);
    }

    void goOn() {
        answering.countDown();
    }

    /** Signs with a new key from now on. */
    void rotate(String id) {
        key = key(id);
    }

    /** For an hour, for this service. */
    JwtClaims claims(String scope) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer());
        claims.setAudience("onrecord");
        claims.setSubject("anna");
        claims.setStringClaim("scope", scope);
        claims.setExpirationTimeMinutesInTheFuture(60);
        return claims;
    }

    String signed(JwtClaims claims) throws JoseException {
        return signed(claims.toJson(), Map.of());
    }

    /** Signed by this provider, whatever it says. */
    String signed(String claims, Map<String, Object> head) throws JoseException {
        return signed(claims, head, key);
    }

    /** By somebody else, who says to have a key of the provider. */
    String forged(JwtClaims claims, String keyId) throws JoseException {
        return signed(claims.toJson(), Map.of(), key(keyId));
    }

    /** With the provider's public key for a shared secret. */
    String confused(JwtClaims claims) throws JoseException {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setHeader("typ", "at+jwt");
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setKey(new HmacKey(key.getPublicKey().getEncoded()));
        return signature.getCompactSerialization();
    }

    /** As an attacker makes them by the million: well-formed, signed with nothing, of a key that nobody has. */
    static String ofUnknownKey(int number) {
        return base64("{\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"kid\":\"forged-" + number + "\"}") + "." + base64("{}")
                + ".c2lnbmF0dXJl";
    }

    static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static RsaJsonWebKey key(String id) {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(id);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(String claims, Map<String, Object> head, RsaJsonWebKey key) throws JoseException {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims);
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setHeader("typ", "at+jwt");
        head.forEach((name, value) -> {
            if (value instanceof String || value instanceof List || value instanceof Map) {
                signature.getHeaders().setObjectHeaderValue(name, value);
            }
        });
        signature.setKey(key.getPrivateKey());
        return signature.getCompactSerialization();
    }
}
