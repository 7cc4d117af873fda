package org.onrecord.benchmarks.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.onrecord.local.LineOptions.Heaps;

/** The heaps that the services have in the cluster: of the memory that their manifests allow, the share that these give the heap. */
final class ManifestHeaps {
    private static final Pattern MEMORY = Pattern.compile("limits: \\{memory: (\\d+)(Mi|Gi)}");
    private static final Pattern SHARE = Pattern.compile("MaxRAMPercentage=(\\d+)");
    private static final int GIBIBYTE = 1024;

    private ManifestHeaps() {}

    static Heaps of(Path project) throws IOException {
        Path base = project.resolve("deploy/kubernetes/base");
        return new Heaps(megabytes(base, "scraper"), megabytes(base, "nlp"), megabytes(base, "api"));
    }

    private static int megabytes(Path base, String service) throws IOException {
        Path manifest = base.resolve(service + "/deployment.yaml");
        String yaml = Files.readString(manifest);
        Matcher memory = found(MEMORY, yaml, manifest);
        int megabytes = Integer.parseInt(memory.group(1)) * (memory.group(2).equals("Gi") ? GIBIBYTE : 1);
        return megabytes * Integer.parseInt(found(SHARE, yaml, manifest).group(1)) / 100;
    }

    private static Matcher found(Pattern pattern, String yaml, Path manifest) throws IOException {
        Matcher matcher = pattern.matcher(yaml);
        if (!matcher.find()) {
            throw new IOException(manifest + " has nothing like " + pattern);
        }
        return matcher;
    }
}
