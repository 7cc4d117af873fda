package org.onrecord.local;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which of the two forms of the packaged services is run; said, and not guessed from what lies in their folders. */
public enum Executables {
    /** {@code quarkus-run.jar}, on the JVM that runs this. */
    JVM,
    /** What {@code native-image} made. */
    NATIVE;

    /** The system property that says which: {@code jvm}, which it is without one, or {@code native}. */
    public static final String PROPERTY = "onrecord.executables";

    /** @throws IllegalArgumentException if the property holds something else */
    public static Executables chosen() {
        String name = System.getProperty(PROPERTY, "jvm");
        return Arrays.stream(values())
                .filter(form -> form.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(PROPERTY + " is \"" + name + "\": it must be "
                        + Arrays.stream(values()).map(Executables::toString).collect(Collectors.joining(" or "))));
    }

    /**
     * The file to be run.
     *
     * @param project the project's folder
     * @param service such as {@code nlp-service}
     * @throws IOException if it is not packaged in this form; the message says how to
     */
    public Path of(Path project, String service) throws IOException {
        Path target = project.resolve(service).resolve("target");
        if (this == JVM) {
            Path jar = target.resolve("quarkus-app/quarkus-run.jar");
            if (!Files.isRegularFile(jar)) {
                throw new IOException(service + " is not packaged (" + jar + " is missing): run ./onrecord build");
            }
            return jar;
        }
        String name = service + "-*-runner";
        if (Files.isDirectory(target)) {
            try (DirectoryStream<Path> executables = Files.newDirectoryStream(target, name)) {
                for (Path executable : executables) {
                    if (Files.isExecutable(executable)) {
                        return executable;
                    }
                }
            }
        }
        throw new IOException(service + " has no native executable (" + target.resolve(name)
                + " is missing): run mvn -Dnative package");
    }

    /**
     * The command that runs a file of this form.
     *
     * @param options for the JVM, such as {@code -Xmx256m}; an executable takes those of its heap, and properties
     */
    static List<String> command(Path file, List<String> options) {
        List<String> command = new ArrayList<>();
        if (file.toString().endsWith(".jar")) {
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(options);
            command.add("-jar");
            command.add(file.toString());
        } else {
            command.add(file.toString());
            options.stream()
                    .filter(option -> option.startsWith("-Xm") || option.startsWith("-D"))
                    .forEach(command::add);
        }
        return command;
    }

    /** The command that runs a service or, with arguments, a command of it. */
    public List<String> command(Path project, String service, String... arguments) throws IOException {
        return Stream.concat(command(of(project, service), List.of()).stream(), Stream.of(arguments))
                .toList();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
