package org.onrecord.benchmarks.answering;

import java.nio.file.Path;
import java.util.Map;

import org.onrecord.local.ServiceProcess;
import org.onrecord.local.server.EmbeddedKafka;
import org.onrecord.local.server.EmbeddedPostgresql;
import org.onrecord.local.server.LoopbackPort;

/** The packaged API without the services behind it. */
final class PackagedApi {

    private static final int HEAP_MEGABYTES = 256;
    /** Nobody answers there. */
    private static final String NOBODY = "http://127.0.0.1:9";

    private PackagedApi() {}

    /** Not started yet. */
    static ServiceProcess over(EmbeddedKafka kafka, EmbeddedPostgresql postgresql, Path project, Path logs) {
        return over(kafka, postgresql, project, logs, HEAP_MEGABYTES);
    }

    /** Not started yet. */
    static ServiceProcess over(
            EmbeddedKafka kafka, EmbeddedPostgresql postgresql, Path project, Path logs, int heapMegabytes) {
        return new ServiceProcess(
                "api-service",
                project.resolve("api-service/target/quarkus-app/quarkus-run.jar"),
                LoopbackPort.free(),
                heapMegabytes,
                Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
                        "ONRECORD_DATABASE_URL", postgresql.jdbcUrl(),
                        "ONRECORD_DATABASE_USER", postgresql.user(),
                        "ONRECORD_DATABASE_PASSWORD", postgresql.password(),
                        "ONRECORD_SCRAPER_URL", NOBODY,
                        "ONRECORD_NLP_URL", NOBODY,
                        "ONRECORD_ACCESS_MODE", "open"),
                logs);
    }
}
