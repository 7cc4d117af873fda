package org.onrecord.acceptance;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

import com.sun.net.httpserver.HttpServer;

/** An OpenID Connect provider on loopback, as far as a service that takes its tokens asks it. */
final class TokenProvider implements AutoCloseable {
    private final HttpServer server;
    private final KeyPair keys;

    private TokenProvider(HttpServer server, KeyPair keys) {
        this.server = server;
        this.keys = keys;
    }

    static TokenProvider start() throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        TokenProvider provider = new TokenProvider(
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0),
                generator.generateKeyPair());
        provider.answer("/.well-known/openid-configuration", """
                {"issuer": "%1$s", "jwks_uri": "%1$s/keys"}""".formatted(provider.issuer()));
        RSAPublicKey key = (RSAPublicKey) provider.keys.getPublic();
        provider.answer("/keys", """
                {"keys": [{"kty": "RSA", "kid": "one", "use": "sig", "n": "%s", "e": "%s"}]}""".formatted(number(key.getModulus()), number(key.getPublicExponent())));
        provider.server.start();
        return provider;
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A token of an hour with a scope, for the audience {@code onrecord} (RFC 9068). */
    String token(String scope) throws GeneralSecurityException {
        String signed = base64("{\"alg\": \"RS256\", \"typ\": \"at+jwt\", \"kid\": \"one\"}") + "."
                + base64("""
                {"iss": "%s", "aud": "onrecord", "sub": "anna", "scope": "%s", "exp": %d}""".formatted(
                        issuer(), scope, Instant.now().plus(Duration.ofHours(1)).getEpochSecond()));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.getPrivate());
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + base64(signature.sign());
    }

    @Override
    public void close() {
        server.stop(0);
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

    /** RFC 7518, section 6.3.1.1: without the sign's octet. */
    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? base64(Arrays.copyOfRange(bytes, 1, bytes.length)) : base64(bytes);
    }

    private static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
