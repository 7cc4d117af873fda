package org.onrecord.api.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

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
public final class Provider implements QuarkusTestResourceLifecycleManager {

    private static Provider running;

    private HttpServer server;
    private RsaJsonWebKey key;

    static Provider running() {
        return running;
    }

    @Override
    public Map<String, String> start() {
        try {
            key = key();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        answer(
                "/.well-known/openid-configuration",
                "{\"issuer\": \"" + issuer() + "\", \"jwks_uri\": \"" + issuer() + "/keys\"}");
        answer("/keys", new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY));
        server.start();
        running = this;
        return Map.of("onrecord.access.oidc.issuer", issuer());
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
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
        return signed(claims, key);
    }

    /** By somebody else, who says to have the provider's key. */
    String forged(JwtClaims claims) throws JoseException {
        return signed(claims, key());
    }

    /** With the provider's public key for a shared secret. */
    String confused(JwtClaims claims) throws JoseException {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setKey(new HmacKey(key.getPublicKey().getEncoded()));
        return signature.getCompactSerialization();
    }

    private static RsaJsonWebKey key() {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId("one");
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(JwtClaims claims, RsaJsonWebKey key) throws JoseException {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setKey(key.getPrivateKey());
        return signature.getCompactSerialization();
    }

    private void answer(String path, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }
}
