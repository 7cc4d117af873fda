package org.onrecord.reflection;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

import org.objectweb.asm.ClassReader;

/**
 * What the JVMs that are started with {@link #environment} look up by name, in files of a folder. Native executables take no
 * notice of it.
 */
public final class Recording {
    private final Path folder;

    private Recording(Path folder) {
        this.folder = folder;
    }

    /** A recording in a folder, which is emptied. */
    public static Recording into(Path folder) {
        try {
            Path whole = folder.toAbsolutePath();
            if (Files.exists(whole)) {
                try (Stream<Path> old = Files.walk(whole)) {
                    for (Path file : old.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
            Files.createDirectories(whole);
            Recording recording = new Recording(whole);
            recording.writeAgent();
            return recording;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The variable by which a JVM runs the agent. */
    public Map<String, String> environment() {
        return Map.of("JAVA_TOOL_OPTIONS", "-javaagent:" + jar() + "=" + folder);
    }

    /** What all processes of a service have looked up until now. */
    public Set<LookUp> of(String service) throws IOException {
        Set<LookUp> all = new LinkedHashSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(name -> name.getFileName().toString().matches(service + "-\\d+\\.tsv"))
                    .toList()) {
                Files.readAllLines(file).stream().map(LookUp::of).forEach(all::add);
            }
        }
        return all;
    }

    private Path jar() {
        return folder.resolve("agent.jar");
    }

    /** One jar, on the boot class path too: the notes are called from {@code java.lang}. */
    private void writeAgent() throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Premain-Class", Agent.class.getName());
        attributes.putValue("Boot-Class-Path", jar().getFileName().toString());
        attributes.putValue("Can-Retransform-Classes", "true");
        try (OutputStream file = Files.newOutputStream(jar());
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            String own = Agent.class.getPackageName().replace('.', '/');
            for (Path compiled : compiled(source(Agent.class).resolve(own))) {
                add(out, own + "/" + compiled.getFileName(), Files.readAllBytes(compiled));
            }
            try (JarFile library = new JarFile(source(ClassReader.class).toFile())) {
                for (JarEntry entry : library.stream()
                        .filter(entry -> entry.getName().startsWith("org/objectweb/"))
                        .toList()) {
                    try (InputStream in = library.getInputStream(entry)) {
                        add(out, entry.getName(), in.readAllBytes());
                    }
                }
            }
        }
    }

    private static List<Path> compiled(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static void add(JarOutputStream out, String name, byte[] bytes) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(bytes);
        out.closeEntry();
    }

    private static Path source(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
