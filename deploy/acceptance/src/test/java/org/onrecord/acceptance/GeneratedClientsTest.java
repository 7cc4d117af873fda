package org.onrecord.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.onrecord.local.Line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

/** The clients that openapi-generator makes of the API's document work as they come, against the packaged line. */
@ExtendWith(RunningLine.class)
class GeneratedClientsTest {

    private static final Path DOCUMENT = RunningLine.PROJECT.resolve("api-service/openapi.yaml");
    private static final Path PROGRAMS = RunningLine.PROJECT.resolve("deploy/acceptance/src/test/resources/clients");
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin").toString();

    /** Numbers of stories that no other test reads. */
    private static final int OF_JAVA = 661;

    private static final int OF_TYPESCRIPT = 662;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void theirProgramsAreThere() {
        assertThat(PROGRAMS).isDirectory();
    }

    @Test
    void theOneForJava(Line line, Press press) throws IOException, InterruptedException {
        Path client = generated(
                "java",
                "--library",
                "native",
                "--additional-properties",
                "openApiNullable=false,useJakartaEe=true,useSingleRequestParameter=true,invokerPackage=org.onrecord.client,"
                        + "apiPackage=org.onrecord.client.api,modelPackage=org.onrecord.client.model");
        Path classes = folder.resolve("classes");
        String classPath = System.getProperty("java.class.path");
        List<String> compile = new ArrayList<>(
                List.of(JAVA + "/javac", "-nowarn", "-proc:none", "-cp", classPath, "-d", classes.toString()));
        try (Stream<Path> sources = Files.walk(client.resolve("src/main/java"))) {
            sources.filter(source -> source.toString().endsWith(".java"))
                    .map(Path::toString)
                    .forEach(compile::add);
        }
        compile.add(PROGRAMS.resolve("Client.java").toString());
        run(folder, compile);

        List<String> told = run(
                folder,
                List.of(
                        JAVA + "/java",
                        "-cp",
                        classes + System.getProperty("path.separator") + classPath,
                        "Client",
                        line.api().origin().toString(),
                        press.story(OF_JAVA),
                        Press.speaker(OF_JAVA)));

        assertWorks(told, Press.speaker(OF_JAVA));
    }

    @Test
    void theOneForTypeScript(Line line, Press press) throws IOException, InterruptedException {
        String tsc = onPath("tsc", "npm install --global typescript");
        String node = onPath("node", "Debian: apt-get install nodejs");
        Path client = generated("typescript-fetch");
        Path project = Files.createDirectory(folder.resolve("project"));
        Files.move(client, project.resolve("client"));
        Files.copy(PROGRAMS.resolve("client.ts"), project.resolve("main.ts"));
        // Of Node's own, the program needs these two alone, and no package with their types.
        Files.writeString(
                project.resolve("node.d.ts"), "declare const process: { argv: string[]; exit(status: number): void };");
        run(
                project,
                List.of(
                        tsc,
                        "--strict",
                        "--target",
                        "es2022",
                        "--module",
                        "commonjs",
                        "--lib",
                        "es2022,dom",
                        "--outDir",
                        "out",
                        "main.ts",
                        "node.d.ts"));

        List<String> told = run(
                project,
                List.of(
                        node,
                        "out/main.js",
                        line.api().origin().toString(),
                        press.story(OF_TYPESCRIPT),
                        Press.speaker(OF_TYPESCRIPT)));

        assertWorks(told, Press.speaker(OF_TYPESCRIPT));
    }

    private static void assertWorks(List<String> told, String speaker) {
        assertThat(told).hasSize(5);
        assertThat(told.get(0)).isEqualTo("analysed Mayor Ann Lee");
        assertThat(told.get(1)).startsWith("said by ").endsWith(speaker);
        assertThat(told.get(2)).isEqualTo("exported true");
        assertThat(told.get(3)).isEqualTo("paused paused without [*/sport/*]");
        assertThat(told.get(4)).isEqualTo("refused 400 https://onrecord.org/problems/invalid-parameters");
    }

    /** The folder of a client. */
    private static Path generated(String generator, String... more) throws IOException, InterruptedException {
        Path made = folder.resolve(generator);
        List<String> command = new ArrayList<>(List.of(
                JAVA + "/java",
                "-jar",
                Path.of("target/generator/openapi-generator-cli.jar")
                        .toAbsolutePath()
                        .toString(),
                "generate",
                "-i",
                DOCUMENT.toString(),
                "-g",
                generator,
                "-o",
                made.toString()));
        command.addAll(List.of(more));
        run(folder, command);
        return made;
    }

    /** The lines that it writes; it must end well. */
    private static List<String> run(Path folder, List<String> command) throws IOException, InterruptedException {
        Path errors = Files.createTempFile(GeneratedClientsTest.folder, "errors", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(errors.toFile())
                .start();
        List<String> lines = process.inputReader().lines().toList();
        assertThat(process.waitFor())
                .as(() -> command.getFirst() + ": " + String.join("\n", lines) + read(errors))
                .isZero();
        return lines;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    private static String onPath(String program, String advice) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(place -> Path.of(place, program))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElseGet(() -> abort(program + " not found (" + advice + ")"));
    }
}
