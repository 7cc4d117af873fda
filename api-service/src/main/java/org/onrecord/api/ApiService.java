package org.onrecord.api;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.quarkus.runtime.annotations.QuarkusMain;

import org.onrecord.api.access.KeyCommand;
import org.onrecord.api.replay.ReplayCommand;
import org.onrecord.chassis.environment.Commands;
import org.onrecord.chassis.environment.ServiceMain;
import org.onrecord.chassis.environment.Variable;
import org.onrecord.egress.AllowList;

/** Runs a command, or starts the service, if it was told all that it needs. */
@QuarkusMain
public final class ApiService {

    private ApiService() {}

    public static void main(String[] arguments) {
        ServiceMain.run(
                new Commands("api-service", Map.of("key", KeyCommand::run, "replay", ReplayCommand::run)),
                variables(),
                arguments);
    }

    private static List<Variable> variables() {
        List<Variable> own = List.of(
                Variable.url("ONRECORD_SCRAPER_URL"),
                Variable.url("ONRECORD_NLP_URL"),
                Variable.count("ONRECORD_ACCESS_REQUESTS_PER_MINUTE").optional(),
                Variable.count("ONRECORD_ACCESS_REQUESTS_AT_ONCE").optional(),
                Variable.count("ONRECORD_STREAMS_AT_ONCE").optional(),
                Variable.count("ONRECORD_STREAMS_PER_KEY").optional(),
                Variable.count("ONRECORD_EXPORTS_AT_ONCE").optional(),
                Variable.count("ONRECORD_EXPORTS_PER_KEY").optional(),
                Variable.duration("ONRECORD_EXPORTS_TIME_LIMIT").optional(),
                Variable.text("ONRECORD_CORS_ORIGINS").optional(),
                Variable.readBy(
                                "ONRECORD_ALERTS_ALLOW",
                                "a comma-separated list of host:port, address, address:port, CIDR or CIDR:port",
                                ApiService::isAllowList)
                        .optional(),
                Variable.url("ONRECORD_SAMPLE_SITE").optional(),
                Variable.url("ONRECORD_ACCESS_OIDC_ISSUER").optional(),
                Variable.text("ONRECORD_ACCESS_OIDC_AUDIENCE").optional(),
                Variable.oneOf("ONRECORD_ACCESS_OIDC_UNTYPED", List.of("true", "false"))
                        .optional());
        return Stream.concat(Variable.ofDatabase().stream(), own.stream()).toList();
    }

    private static boolean isAllowList(String value) {
        try {
            AllowList.parse(value);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
