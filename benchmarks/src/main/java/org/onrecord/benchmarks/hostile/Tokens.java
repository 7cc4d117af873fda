package org.onrecord.benchmarks.hostile;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.onrecord.local.Executables;
import org.onrecord.local.ServiceProcess;
import org.onrecord.local.server.LoopbackPort;

/** Tokens that nobody signed, to an instance of the API of its own that takes those of a provider: what its keys' holders notice. */
final class Tokens {
    private static final int CLIENTS = 200;
    private static final Duration LASTS = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private static final String JSON = "Content-Type: application/json";

    private Tokens() {}

    static List<Attack> attacks() {
        return List.of(
                new Attack(
                        "tokens, of keys unheard of while the provider is slow",
                        siege -> flood(
                                siege,
                                Answer.endless("HTTP/1.1 200 OK\r\n" + JSON + "\r\n\r\n{\"keys\": [", " ", 200))),
                new Attack(
                        "tokens, of keys unheard of while the provider is silent",
                        siege -> flood(siege, (host, out) -> TimeUnit.MINUTES.sleep(5))),
                new Attack(
                        "tokens, of a provider with endless keys",
                        siege -> flood(
                                siege,
                                Answer.endless(
                                        "HTTP/1.1 200 OK\r\n" + JSON + "\r\n\r\n{\"keys\": [",
                                        "{\"kty\": \"RSA\"},".repeat(100),
                                        0))));
    }

    private static String flood(Siege siege, Answer keys) throws IOException, InterruptedException {
        String issuer = "http://" + siege.sites().newHost();
        siege.sites()
                .put(
                        issuer.substring("http://".length()),
                        "/.well-known/openid-configuration",
                        Answer.of(JSON, Answer.ascii("""
                {"issuer": "%1$s", "jwks_uri": "%1$s/keys"}""".formatted(issuer))));
        siege.sites().put(issuer.substring("http://".length()), "/keys", keys);
        Map<String, String> environment = new HashMap<>(siege.servers());
        environment.put("ONRECORD_ACCESS_MODE", "keys");
        environment.put("ONRECORD_ACCESS_OIDC_ISSUER", issuer);
        try (ServiceProcess api = new ServiceProcess(
                        "api-service-of-tokens",
                        Executables.chosen().of(siege.project(), "api-service"),
                        LoopbackPort.free(),
                        siege.heaps().api(),
                        environment,
                        siege.logs());
                HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            api.start();
            api.awaitReady();
            return flood(api.origin(), client, key(siege, environment), issuer);
        }
    }

    /** The longest that a caller with a good key waits while others send forged tokens. */
    private static String flood(URI api, HttpClient client, String key, String issuer)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + LASTS.toNanos();
        long longest = 0;
        int asked = 0;
        try (ExecutorService forgers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CLIENTS; i++) {
                forgers.execute(() -> forge(api, client, issuer, end));
            }
            try {
                while (System.nanoTime() < end) {
                    long start = System.nanoTime();
                    int status = ask(api, client, key, LONGEST);
                    if (status != 200) {
                        throw new IOException("a good key is answered " + status);
                    }
                    longest = Math.max(longest, System.nanoTime() - start);
                    asked++;
                    TimeUnit.MILLISECONDS.sleep(100);
                }
            } finally {
                forgers.shutdownNow();
            }
        }
        return "a good key waits " + TimeUnit.NANOSECONDS.toMillis(longest) + " ms at most of " + asked;
    }

    private static void forge(URI api, HttpClient client, String issuer, long end) {
        while (System.nanoTime() < end) {
            try {
                ask(api, client, forged(issuer), LONGEST);
            } catch (IOException notNow) {
                // The next one is on its way.
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static int ask(URI api, HttpClient client, String bearer, Duration within)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(api.resolve("/v1/quotes?limit=1"))
                .timeout(within)
                .header("Authorization", "Bearer " + bearer)
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    private static String forged(String issuer) {
        String head = "{\"alg\": \"RS256\", \"typ\": \"at+jwt\", \"kid\": \"%s\"}".formatted(UUID.randomUUID());
        String claims =
                "{\"iss\": \"%s\", \"aud\": \"onrecord\", \"sub\": \"eve\", \"scope\": \"onrecord:read\", \"exp\": %d}"
                        .formatted(issuer, System.currentTimeMillis() / 1000 + 600);
        return base64(head) + "." + base64(claims) + "." + base64("a".repeat(256));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A key to read with, made by the service's own command. */
    private static String key(Siege siege, Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder(
                Executables.chosen().command(siege.project(), "api-service", "key", "create", "hostile", "read"));
        command.environment().putAll(environment);
        Process process = command.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IOException("no key could be made: " + said);
        }
        return said.lines().toList().getLast();
    }
}
