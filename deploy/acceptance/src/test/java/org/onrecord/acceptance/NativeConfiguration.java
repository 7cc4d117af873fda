package org.onrecord.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.onrecord.reflection.LookUp;

/**
 * What {@code native-image} is told of a service, by the build and by the libraries: which classes can be found by name and
 * looked into, which resources are inside, and which classes are initialised while the executable runs.
 */
final class NativeConfiguration {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FOLDER = "META-INF/native-image/";

    /** @param all kinds of members of which every one is registered; the others are named one by one */
    private record Entry(Set<String> all, Set<String> methods, Set<String> fields) {
        private Entry() {
            this(new HashSet<>(), new HashSet<>(), new HashSet<>());
        }
    }

    private final Map<String, Entry> entries = new HashMap<>();
    private final List<Pattern> resources = new ArrayList<>();
    private final Set<String> files = new HashSet<>();
    private final Set<String> initialisedLater = new HashSet<>();

    private NativeConfiguration() {}

    /** Whether the build has made what this reads; a native build makes executables instead. */
    static boolean isMade(String service) {
        return Files.exists(sources(service));
    }

    static NativeConfiguration of(String service) throws IOException {
        NativeConfiguration configuration = new NativeConfiguration();
        configuration.readJars(sources(service));
        configuration.readJars(sources(service).resolve("lib"));
        return configuration;
    }

    /** Whether the executable looks this up itself: what a static initialiser does is done when it is built, as a rule. */
    boolean happensInExecutable(LookUp lookUp) {
        return lookUp.initialised().isEmpty() || initialisedLater.contains(lookUp.initialised());
    }

    /** Whether the executable finds it as the JVM did. */
    boolean has(LookUp lookUp) {
        if (lookUp.kind().equals("resource")) {
            // What is not there on the JVM either is no loss.
            return !files.contains(lookUp.name()) || includes(lookUp.name());
        }
        Entry entry = entries.get(lookUp.name());
        return entry != null
                && switch (lookUp.kind()) {
                    case "class" -> true;
                    case "methods", "components" -> entry.all().contains("Methods");
                    case "method" ->
                        entry.all().contains("Methods") || entry.methods().contains(lookUp.member());
                    case "fields" -> entry.all().contains("Fields");
                    case "field" ->
                        entry.all().contains("Fields") || entry.fields().contains(lookUp.member());
                    case "constructors", "constructor" ->
                        entry.all().contains("Constructors") || entry.methods().contains("<init>");
                    default -> throw new IllegalArgumentException(lookUp.kind());
                };
    }

    /** Whether a resource is inside. */
    boolean includes(String resource) {
        return resources.stream().anyMatch(pattern -> pattern.matcher(resource).matches());
    }

    /** What else the build says to {@code native-image}. */
    static String arguments(String service) throws IOException {
        return Files.readString(sources(service).resolve("native-image.args"));
    }

    private static Path sources(String service) {
        return RunningLine.PROJECT.resolve(service).resolve("target/native-sources");
    }

    private void readJars(Path folder) throws IOException {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
            for (Path jar : jars) {
                try (ZipFile zip = new ZipFile(jar.toFile())) {
                    for (ZipEntry file : zip.stream().toList()) {
                        files.add(file.getName());
                        read(zip, file);
                    }
                }
            }
        }
    }

    private void read(ZipFile jar, ZipEntry file) throws IOException {
        String name = file.getName();
        boolean isOurs = name.startsWith(FOLDER);
        if (isOurs && name.endsWith("/reflect-config.json")) {
            try (InputStream in = jar.getInputStream(file)) {
                JSON.readTree(in).forEach(this::addEntry);
            }
        } else if (isOurs && name.endsWith("/reachability-metadata.json")) {
            // The newer form, of one file for everything.
            try (InputStream in = jar.getInputStream(file)) {
                JSON.readTree(in).path("reflection").forEach(this::addEntry);
            }
        } else if (isOurs && name.endsWith("/resource-config.json")) {
            try (InputStream in = jar.getInputStream(file)) {
                JsonNode all = JSON.readTree(in).path("resources");
                for (JsonNode include : all.isArray() ? all : all.path("includes")) {
                    resources.add(Pattern.compile(include.path("pattern").asText()));
                }
            }
        } else if (name.equals("io/quarkus/runner/Feature.class")) {
            try (InputStream in = jar.getInputStream(file)) {
                new ClassReader(in).accept(new Initialisations(), 0);
            }
        }
    }

    private void addEntry(JsonNode json) {
        String type = json.path("name").asText(json.path("type").asText());
        Entry entry = entries.computeIfAbsent(type, name -> new Entry());
        for (String members : List.of("Constructors", "Methods", "Fields")) {
            if (json.path("allDeclared" + members).asBoolean()
                    || json.path("allPublic" + members).asBoolean()) {
                entry.all().add(members);
            }
        }
        json.path("methods")
                .forEach(method -> entry.methods().add(method.path("name").asText()));
        json.path("queriedMethods")
                .forEach(method -> entry.methods().add(method.path("name").asText()));
        json.path("fields")
                .forEach(field -> entry.fields().add(field.path("name").asText()));
    }

    /** The classes that the generated feature names and then has initialised at run time. */
    private final class Initialisations extends ClassVisitor {
        private Initialisations() {
            super(Opcodes.ASM9);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String method, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
                private String last = "";

                @Override
                public void visitLdcInsn(Object value) {
                    last = value instanceof String text ? text : last;
                }

                @Override
                public void visitMethodInsn(
                        int code, String owner, String name, String descriptor, boolean isInterface) {
                    if (name.equals("initializeAtRunTime")) {
                        initialisedLater.add(last);
                    }
                }
            };
        }
    }
}
