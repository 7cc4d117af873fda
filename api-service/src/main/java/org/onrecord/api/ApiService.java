package org.onrecord.api;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.quarkus.runtime.annotations.QuarkusMain;

import org.onrecord.api.access.KeyCommand;
import org.onrecord.api.alert.MailAddress;
import org.onrecord.api.replay.ReplayCommand;
import org.onrecord.chassis.environment.Commands;
import org.onrecord.chassis.environment.ServiceMain;
import org.onrecord.chassis.environment.Variable;
import org.onrecord.egress.AllowList;

/** Runs a command, or starts the service, if it was told all that it needs. */
@QuarkusMain
public final class ApiService {

    private static final List<String> TLS = List.of("starttls", "implicit", "off");

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
                Variable.database("ONRECORD_DATABASE_READ_URL").optional(),
                Variable.duration("ONRECORD_DATABASE_READ_LAG").optional(),
                Variable.count("ONRECORD_ACCESS_REQUESTS_PER_MINUTE").optional(),
                Variable.count("ONRECORD_ACCESS_REQUESTS_AT_ONCE").optional(),
                Variable.count("ONRECORD_STREAMS_AT_ONCE").optional(),
                Variable.count("ONRECORD_STREAMS_PER_KEY").optional(),
                Variable.count("ONRECORD_EXPORTS_AT_ONCE").optional(),
                Variable.count("ONRECORD_EXPORTS_PER_KEY").optional(),
                Variable.duration("ONRECORD_EXPORTS_TIME_LIMIT").optional(),
                Variable.readBy("ONRECORD_OUTCOMES_MONTHS", "a number of months, 4 or more", ApiService::isLongEnough)
                        .optional(),
                Variable.text("ONRECORD_CORS_ORIGINS").optional(),
                Variable.readBy(
                                "ONRECORD_ALERTS_ALLOW",
                                "a comma-separated list of host:port, address, address:port, CIDR or CIDR:port",
                                ApiService::isAllowList)
                        .optional(),
                Variable.text("ONRECORD_MAIL_HOST").optional(),
                Variable.count("ONRECORD_MAIL_PORT").optional(),
                Variable.readBy("ONRECORD_MAIL_TLS", "starttls, implicit or off", TLS::contains)
                        .optional(),
                Variable.text("ONRECORD_MAIL_USER").optional(),
                Variable.secret("ONRECORD_MAIL_PASSWORD").optional(),
                Variable.readBy("ONRECORD_MAIL_FROM", "an address such as onrecord@desk.example", MailAddress::isOne)
                        .optional(),
                Variable.url("ONRECORD_MAIL_SITE").optional(),
                Variable.text("ONRECORD_MAIL_DOMAINS").optional(),
                Variable.readBy("ONRECORD_MAIL_DAILY_AT", "a time of day such as 06:00", ApiService::isTime)
                        .optional(),
                Variable.url("ONRECORD_SAMPLE_SITE").optional(),
                Variable.url("ONRECORD_ACCESS_OIDC_ISSUER").optional(),
                Variable.text("ONRECORD_ACCESS_OIDC_AUDIENCE").optional(),
                Variable.oneOf("ONRECORD_ACCESS_OIDC_UNTYPED", List.of("true", "false"))
                        .optional(),
                Variable.text("ONRECORD_ACCESS_OIDC_CLIENT_ID").optional(),
                Variable.secret("ONRECORD_ACCESS_OIDC_CLIENT_SECRET").optional(),
                Variable.url("ONRECORD_ACCESS_OIDC_SITE").optional(),
                Variable.text("ONRECORD_ACCESS_OIDC_SCOPES").optional());
        return Stream.concat(Variable.ofDatabase().stream(), own.stream()).toList();
    }

    /** The topic of articles keeps events for ninety days, and a takedown finds their keys by the outcomes. */
    private static boolean isLongEnough(String months) {
        return months.matches("[1-9][0-9]{0,3}") && Integer.parseInt(months) >= 4;
    }

    private static boolean isTime(String value) {
        try {
            LocalTime.parse(value);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
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
