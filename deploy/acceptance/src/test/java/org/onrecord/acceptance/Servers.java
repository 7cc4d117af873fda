package org.onrecord.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.onrecord.local.Executables;
import org.onrecord.local.ServiceProcess;
import org.onrecord.local.server.EmbeddedKafka;
import org.onrecord.local.server.EmbeddedPostgresql;
import org.onrecord.local.server.LoopbackPort;

/** A broker with a door of its own, a database, and the packaged services that are led to both. */
final class Servers implements AutoCloseable {
    private static final int HEAP_MEGABYTES = 384;

    private final Path folder;
    private final EmbeddedKafka kafka;
    private final EmbeddedPostgresql database;

    /** @param kafka is stopped with the rest */
    Servers(Path folder, EmbeddedKafka kafka) throws IOException {
        this.folder = folder;
        this.kafka = kafka;
        this.database = EmbeddedPostgresql.start(folder.resolve("postgresql"), LoopbackPort.free());
    }

    /** The variables of a service, with those that let it in at the broker's door. */
    Map<String, String> environment(Map<String, String> door) {
        Map<String, String> environment = new HashMap<>(door);
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        environment.put("ONRECORD_DATABASE_URL", database.jdbcUrl());
        environment.put("ONRECORD_DATABASE_USER", database.user());
        environment.put("ONRECORD_DATABASE_PASSWORD", database.password());
        environment.put("ONRECORD_ACCESS_MODE", "open");
        return environment;
    }

    /** A service that is not started yet. */
    ServiceProcess service(String name, Map<String, String> environment) throws IOException {
        return new ServiceProcess(
                name,
                Executables.chosen().of(RunningLine.PROJECT, name),
                LoopbackPort.free(),
                HEAP_MEGABYTES,
                environment,
                folder.resolve("logs"));
    }

    /** The three services, started and ready. */
    record Services(ServiceProcess scraper, ServiceProcess nlp, ServiceProcess api) implements AutoCloseable {

        List<ServiceProcess> all() {
            return List.of(scraper, nlp, api);
        }

        @Override
        public void close() {
            all().forEach(ServiceProcess::close);
        }
    }

    /** @param environments by the service's name */
    Services startAll(Environments environments) throws IOException, InterruptedException {
        ServiceProcess scraper = service("scraper-service", environments.of("scraper-service"));
        ServiceProcess nlp = service("nlp-service", environments.of("nlp-service"));
        Map<String, String> environment = new HashMap<>(environments.of("api-service"));
        environment.put("ONRECORD_SCRAPER_URL", scraper.origin().toString());
        environment.put("ONRECORD_NLP_URL", nlp.origin().toString());
        Services services = new Services(scraper, nlp, service("api-service", environment));
        try {
            for (ServiceProcess service : services.all()) {
                service.start();
            }
            for (ServiceProcess service : services.all()) {
                service.awaitReady();
            }
            return services;
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            services.close();
            throw e;
        }
    }

    /** What a service of this name is told. */
    @FunctionalInterface
    interface Environments {
        Map<String, String> of(String service) throws IOException, InterruptedException;
    }

    @Override
    public void close() throws IOException {
        kafka.close();
        database.close();
    }
}
