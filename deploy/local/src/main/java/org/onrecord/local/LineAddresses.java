package org.onrecord.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a running line leaves in {@code line.env} in its data folder: where each part answers, as variables of the names that
 * the services read, for a shell to take in. It is there while the line runs.
 */
final class LineAddresses {
    private static final String HEAD = """
            # Addresses of the services, database and broker that run here. To use them in a shell: source line.env
            # This file is deleted when they stop; ./onrecord key and ./onrecord replay read it themselves.
            """;

    private static final List<String> SERVERS = List.of(
            "ONRECORD_DATABASE_URL",
            "ONRECORD_DATABASE_USER",
            "ONRECORD_DATABASE_PASSWORD",
            "KAFKA_BOOTSTRAP_SERVERS",
            "ONRECORD_SERVICE_TOKEN",
            "ONRECORD_ACCESS_MODE");

    private final Map<String, String> variables = new LinkedHashMap<>();

    /** The addresses of a line that was started. */
    static LineAddresses of(Line line) {
        LineAddresses addresses = new LineAddresses();
        addresses.variables.put(
                "ONRECORD_LAUNCHER_PID", String.valueOf(ProcessHandle.current().pid()));
        addresses.variables.put("ONRECORD_API_URL", line.api().origin().toString());
        addresses.variables.put("ONRECORD_SCRAPER_URL", line.scraper().origin().toString());
        addresses.variables.put("ONRECORD_NLP_URL", line.nlp().origin().toString());
        addresses.variables.put(
                "ONRECORD_SEED_SITE_URL", line.seedSite().origin().toString());
        Map<String, String> servers = line.servers();
        SERVERS.forEach(name -> addresses.variables.put(name, servers.get(name)));
        return addresses;
    }

    static Path file(Path data) {
        return data.resolve("line.env");
    }

    /** Writes the file, for its owner's eyes alone: passwords and a token stand in it. */
    void write(Path data) throws IOException {
        StringBuilder text = new StringBuilder(HEAD);
        variables.forEach((name, value) -> text.append("export ")
                .append(name)
                .append("='")
                .append(value.replace("'", "'\\''"))
                .append("'\n"));
        Path next = data.resolve("line.env.next");
        Files.deleteIfExists(next);
        Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(next, text);
        Files.move(next, file(data), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    static void delete(Path data) throws IOException {
        Files.deleteIfExists(file(data));
    }
}
