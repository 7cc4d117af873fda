package org.onrecord.api.database;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jdbi.v3.core.Jdbi;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.InjectableInstance;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.HealthRegistry;

import org.onrecord.chassis.loop.Loops;
import org.onrecord.database.DatabaseAddress;
import org.onrecord.database.Schema;

/** Watches the standby, if one is named, and tells of it in health and metrics. That it is away makes no instance unready. */
@ApplicationScoped
class ReplicaWatch {

    private static final String NAME = "read replica";

    @Produces
    @Singleton
    Optional<Standby> standby(
            Jdbi primary,
            @DataSource("read") InjectableInstance<AgroalDataSource> source,
            @ConfigProperty(name = "quarkus.datasource.read.jdbc.url") Optional<String> url,
            ReplicaConfig config,
            RequestChoice choice) {
        return url.map(named -> new Standby(primary, source.get(), DatabaseAddress.of(named), config.lag(), choice));
    }

    void start(
            @Observes StartupEvent started,
            Optional<Standby> named,
            Schema schema,
            Loops loops,
            MeterRegistry meters,
            @Readiness HealthRegistry health) {
        named.ifPresent(standby -> {
            loops.start("watch-read-replica", loop -> {
                if (schema.isCurrent()) {
                    standby.look();
                }
                return Standby.PAUSE;
            });
            Gauge.builder("onrecord.database.replica.lag", standby, Standby::lagSeconds)
                    .description("For how long the read replica may lack what was changed")
                    .baseUnit("seconds")
                    .register(meters);
            Gauge.builder(
                            "onrecord.database.replica.asked",
                            standby,
                            replica -> replica.fault().isEmpty() ? 1 : 0)
                    .description("Whether questions are sent to the read replica")
                    .register(meters);
            health.register(() -> HealthCheckResponse.named(NAME)
                    .withData(NAME, inWords(standby))
                    .up()
                    .build());
        });
    }

    private static String inWords(Standby standby) {
        return standby.address()
                + standby.fault()
                        .map(cause -> ": not asked, the primary answers: " + cause)
                        .orElse(": up");
    }
}
