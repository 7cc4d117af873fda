package org.onrecord.api.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

import com.sun.net.httpserver.HttpServer;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** An OpenID Connect provider on loopback, as far as a service that takes its tokens asks it. */
public final class Provider implements QuarkusTestResourceLifecycleManager, AutoCloseable {

    private static Provider running;

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
            byte[] body = ("{\"issuer\": \"" + issuer() + "\", \"jwks_uri\": \"" + issuer() + "/keys\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
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
        return java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
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
