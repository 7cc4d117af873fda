package org.onrecord.kubernetes;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/**
 * An overlay as a cluster would get it: rendered by kustomize itself, once a run.
 *
 * @param name its folder under {@code overlays}
 */
record Overlay(String name) {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Map<String, List<Manifest>> RENDERED = new ConcurrentHashMap<>();

    /** Every overlay there is. */
    static Stream<Overlay> all() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("overlays"))) {
            return folders
                    .map(folder -> new Overlay(folder.getFileName().toString()))
                    .sorted((a, b) -> a.name.compareTo(b.name))
                    .toList()
                    .stream();
        }
    }

    /** Its manifests. Skips the test, visibly, where there is no kustomize. */
    List<Manifest> manifests() {
        return RENDERED.computeIfAbsent(name, this::render);
    }

    /** Its manifests of one kind. */
    List<Manifest> manifests(String kind) {
        return manifests().stream()
                .filter(manifest -> manifest.kind().equals(kind))
                .toList();
    }

    /** The one manifest of this kind and name. */
    Manifest manifest(String kind, String called) {
        return manifests(kind).stream()
                .filter(manifest -> manifest.name().equals(called))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + kind + " " + called + " in overlay " + name));
    }

    private List<Manifest> render(String overlay) {
        try {
            Process kustomize = new ProcessBuilder(kustomize(), "build", "overlays/" + overlay)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            List<JsonNode> documents = YAML.readerFor(JsonNode.class)
                    .<JsonNode>readValues(kustomize.getInputStream())
                    .readAll();
            if (kustomize.waitFor() != 0) {
                throw new AssertionError("kustomize could not build overlay " + overlay);
            }
            return documents.stream().map(Manifest::new).toList();
        } catch (IOException e) {
            throw new AssertionError("kustomize could not be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String kustomize() {
        String found = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "kustomize"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElse("");
        Assumptions.assumeFalse(found.isEmpty(), "kustomize is not on the PATH");
        return found;
    }

    @Override
    public String toString() {
        return name;
    }
}
