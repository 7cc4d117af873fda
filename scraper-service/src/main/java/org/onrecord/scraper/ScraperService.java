package org.onrecord.scraper;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.quarkus.runtime.annotations.QuarkusMain;

import org.onrecord.chassis.environment.Commands;
import org.onrecord.chassis.environment.ServiceMain;
import org.onrecord.chassis.environment.Variable;
import org.onrecord.egress.AllowList;
import org.onrecord.scraper.archive.ReExtractCommand;
import org.onrecord.scraper.archive.RepublishCommand;
import org.onrecord.scraper.importing.ImportCommand;
import org.onrecord.scraper.rights.Respect;

/** Runs a command, or starts the service, if it was told all that it needs. */
@QuarkusMain
public final class ScraperService {

    private ScraperService() {}

    public static void main(String[] arguments) {
        ServiceMain.run(
                new Commands(
                        "scraper-service",
                        Map.of(
                                "re-extract", ReExtractCommand::run,
                                "republish", RepublishCommand::run,
                                "import", ImportCommand::run)),
                variables(),
                arguments);
    }

    private static List<Variable> variables() {
        List<Variable> own = List.of(
                Variable.duration("ONRECORD_HOST_DELAY").optional(),
                Variable.readBy(
                                "ONRECORD_EGRESS_ALLOW",
                                "a comma-separated list of host:port, address, address:port, CIDR or CIDR:port",
                                isRead(AllowList::parse))
                        .optional(),
                Variable.readBy(
                                "ONRECORD_RESPECT",
                                "a comma-separated list of noindex, noarchive, noai, tdm and paywall, or the word nothing",
                                isRead(Respect::parse))
                        .optional());
        return Stream.concat(Variable.ofDatabase().stream(), own.stream()).toList();
    }

    private static Predicate<String> isRead(Consumer<String> reader) {
        return value -> {
            try {
                reader.accept(value);
                return true;
            } catch (IllegalArgumentException e) {
                return false;
            }
        };
    }
}
