package org.onrecord.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import org.onrecord.local.demo.SeedSite;
import org.onrecord.local.server.EmbeddedKafka;
import org.onrecord.local.server.EmbeddedPostgresql;
import org.onrecord.local.server.LoopbackPort;

/**
 * The whole line on one machine: PostgreSQL, Kafka, the seed site and the three packaged services, each on a loopback
 * port of its own. Closing it stops everything in the opposite order. Its data stays in its folder.
 */
public final class Line implements AutoCloseable {
    /** How often other ports are chosen when somebody takes one at the last moment. */
    private static final int ATTEMPTS = 3;

    private final LineOptions options;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private boolean closed;
    private EmbeddedPostgresql postgresql;
    /** Everybody on this machine may ask the API, and the API alone the two others. */
    private final String token = UUID.randomUUID().toString();

    private EmbeddedKafka kafka;
    private SeedSite seedSite;
    private ServiceProcess scraper;
    private ServiceProcess nlp;
    private ServiceProcess api;

    /** Describes a line; nothing is started yet, and closing it is allowed from now on. */
    public Line(LineOptions options) {
        this.options = options;
    }

    /**
     * Starts everything and waits until the services are ready.
     *
     * @throws IOException if a part does not start, or the line was closed meanwhile; what was started is stopped again
     */
    public void start() throws IOException, InterruptedException {
        try {
            startServers();
            startServices();
        } catch (IOException | InterruptedException | RuntimeException e) {
            close();
            throw e;
        }
    }

    public ServiceProcess scraper() {
        return scraper;
    }

    /**
     * Starts one more scraper beside the first, on the same broker and database, and waits until it is ready. It is
     * stopped with the line.
     */
    public ServiceProcess startAnotherScraper() throws IOException, InterruptedException {
        int port = LoopbackPort.free();
        ServiceProcess another = begin(new ServiceProcess(
                "scraper-service-" + port,
                artifact("scraper-service"),
                port,
                options.heaps().scraper(),
                scraperEnvironment(),
                options.data().resolve("logs")));
        another.start();
        another.awaitReady();
        return another;
    }

    public ServiceProcess nlp() {
        return nlp;
    }

    public ServiceProcess api() {
        return api;
    }

    public List<ServiceProcess> services() {
        return List.of(scraper, nlp, api);
    }

    public SeedSite seedSite() {
        return seedSite;
    }

    public EmbeddedKafka kafka() {
        return kafka;
    }

    public EmbeddedPostgresql postgresql() {
        return postgresql;
    }

    @Override
    public synchronized void close() {
        closed = true;
        // All at once, since each takes some seconds to leave its consumer groups.
        started.stream()
                .filter(ServiceProcess.class::isInstance)
                .map(ServiceProcess.class::cast)
                .forEach(ServiceProcess::requestStop);
        while (!started.isEmpty()) {
            AutoCloseable part = started.pop();
            try {
                part.close();
            } catch (Exception e) {
                options.progress().accept("could not stop " + part + ": " + e.getMessage());
            }
        }
    }

    private void startServers() throws IOException, InterruptedException {
        Files.createDirectories(options.data());
        seedSite = begin(SeedSite.start(port("the seed site", 8088)));
        int postgresqlPort = port("PostgreSQL", 5432);
        int kafkaPort = port("Kafka", 9092);
        options.progress().accept("starting PostgreSQL and Kafka");
        CompletableFuture<EmbeddedPostgresql> startingPostgresql =
                CompletableFuture.supplyAsync(unchecked(() -> begin(startOn(
                        "PostgreSQL",
                        postgresqlPort,
                        port -> EmbeddedPostgresql.start(options.data().resolve("postgresql"), port)))));
        kafka = begin(startOn(
                "Kafka", kafkaPort, port -> EmbeddedKafka.start(options.data().resolve("kafka"), port)));
        postgresql = await(startingPostgresql);
    }

    private EmbeddedPostgresql await(CompletableFuture<EmbeddedPostgresql> starting)
            throws IOException, InterruptedException {
        while (true) {
            try {
                return starting.get(Patience.SILENCE.toSeconds(), TimeUnit.SECONDS);
            } catch (TimeoutException busyMachine) {
                options.progress().accept("still waiting for PostgreSQL");
            } catch (ExecutionException e) {
                throw new IOException(
                        "PostgreSQL did not start: " + e.getCause().getMessage(), e.getCause());
            }
        }
    }

    private interface OnPort<T> {
        T start(int port) throws IOException;
    }

    /** Starts a server on a port, or on another one if somebody has taken it at the last moment. */
    private <T> T startOn(String name, int port, OnPort<T> server) throws IOException {
        try {
            return server.start(port);
        } catch (IOException e) {
            if (LoopbackPort.isFree(port)) {
                throw e;
            }
            int another = LoopbackPort.free();
            options.progress().accept("port " + port + " was taken meanwhile: " + name + " listens on " + another);
            return server.start(another);
        }
    }

    private void startServices() throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                tryToStartServices();
                return;
            } catch (PortTakenException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                options.progress().accept(e.getMessage() + "; trying other ports");
                endServices();
            }
        }
    }

    private void tryToStartServices() throws IOException, InterruptedException {
        scraper = service("scraper-service", 8081, options.heaps().scraper(), scraperEnvironment());
        nlp = service("nlp-service", 8082, options.heaps().nlp(), broker());
        api = service(
                "api-service",
                8080,
                options.heaps().api(),
                with(
                        servers(),
                        Map.of(
                                "ONRECORD_SCRAPER_URL", scraper.origin().toString(),
                                "ONRECORD_NLP_URL", nlp.origin().toString(),
                                "ONRECORD_SAMPLE_SITE", seedSite.origin() + "/")));
        options.progress().accept("starting scraper-service, nlp-service and api-service");
        for (ServiceProcess service : services()) {
            begin(service).start();
        }
        for (ServiceProcess service : services()) {
            service.awaitReady(options.progress());
        }
    }

    private synchronized void endServices() {
        services().forEach(ServiceProcess::requestStop);
        services().forEach(ServiceProcess::close);
        started.removeAll(services());
    }

    /** What services share; whoever starts the line may say otherwise who is let in. */
    private Map<String, String> broker() {
        return with(
                with(Map.of("ONRECORD_ACCESS_MODE", "open", "ONRECORD_SERVICE_TOKEN", token), options.environment()),
                Map.of("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers()));
    }

    /** The variables that lead a service, or a command, to the broker and the database. */
    Map<String, String> servers() {
        return with(
                broker(),
                Map.of(
                        "ONRECORD_DATABASE_URL", postgresql.jdbcUrl(),
                        "ONRECORD_DATABASE_USER", postgresql.user(),
                        "ONRECORD_DATABASE_PASSWORD", postgresql.password()));
    }

    private Map<String, String> scraperEnvironment() {
        return with(
                with(
                        Map.of(
                                "ONRECORD_ARCHIVE",
                                options.data().resolve("archive").toString()),
                        servers()),
                Map.of(
                        "ONRECORD_EGRESS_ALLOW", andOwnHosts("ONRECORD_EGRESS_ALLOW"),
                        "ONRECORD_OWN_HOSTS", andOwnHosts("ONRECORD_OWN_HOSTS")));
    }

    /** What somebody who starts the line lists there, and the hosts of the line itself. */
    private String andOwnHosts(String variable) {
        List<String> hosts = new ArrayList<>();
        String asked = options.environment().getOrDefault(variable, "");
        if (!asked.isBlank()) {
            hosts.add(asked);
        }
        hosts.addAll(options.alsoAllow());
        hosts.add(seedSite.origin().getAuthority());
        return String.join(",", hosts);
    }

    private ServiceProcess service(String name, int port, int heapMegabytes, Map<String, String> environment)
            throws IOException {
        return new ServiceProcess(
                name,
                artifact(name),
                port(name, port),
                heapMegabytes,
                environment,
                options.data().resolve("logs"));
    }

    private Path artifact(String name) throws IOException {
        return Executables.chosen().of(options.project(), name);
    }

    private int port(String name, int wanted) {
        int port = LoopbackPort.freeOr(wanted);
        if (port != wanted) {
            options.progress().accept("port " + wanted + " is taken, so " + name + " uses " + port);
        }
        return port;
    }

    /** Notes a part for stopping; a part that started while the line was being closed is stopped at once. */
    private synchronized <T extends AutoCloseable> T begin(T part) throws IOException {
        started.push(part);
        if (closed) {
            close();
            throw new IOException("stopped during the start");
        }
        return part;
    }

    private static Map<String, String> with(Map<String, String> some, Map<String, String> others) {
        Map<String, String> all = new LinkedHashMap<>(some);
        all.putAll(others);
        return all;
    }

    private interface Starting<T> {
        T get() throws IOException;
    }

    private static <T> Supplier<T> unchecked(Starting<T> starting) {
        return () -> {
            try {
                return starting.get();
            } catch (IOException e) {
                throw new CompletionException(e);
            }
        };
    }
}
