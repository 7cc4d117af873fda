package org.onrecord.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What {@code ./onrecord build} shows of a build; the real Maven builds a project of the same modules with nothing in them. */
class BuildProgressTest {
    private static final List<String> MODULES =
            List.of("deploy/local", "scraper-service", "nlp-service", "api-service");

    @TempDir
    Path project;

    @BeforeEach
    void makeAProject() throws IOException {
        Files.copy(RunningLine.PROJECT.resolve("onrecord"), project.resolve("onrecord"));
        StringBuilder modules = new StringBuilder();
        for (String module : MODULES) {
            modules.append("<module>").append(module).append("</module>");
            String depth = module.contains("/") ? "../.." : "..";
            writePom(
                    module,
                    "<parent><groupId>g</groupId><artifactId>all</artifactId><version>1</version><relativePath>"
                            + depth + "</relativePath></parent><artifactId>" + module.replace('/', '-')
                            + "</artifactId><packaging>pom</packaging><name>Onrecord: " + module + "</name>");
            Files.createDirectories(project.resolve(module + "/target/quarkus-app"));
        }
        writePom(
                ".",
                "<groupId>g</groupId><artifactId>all</artifactId><version>1</version><packaging>pom</packaging><name>Onrecord"
                        + "</name><modules>" + modules + "</modules>");
    }

    @Test
    void eachModuleHasALine() throws Exception {
        Ended build = build();

        assertThat(build.said().lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("onrecord: building"),
                        line -> assertThat(line).matches("onrecord:   1 of 5  what all modules share  \\d+ s"),
                        line -> assertThat(line).matches("onrecord:   2 of 5  deploy/local  \\d+ s"),
                        line -> assertThat(line).matches("onrecord:   3 of 5  scraper-service  \\d+ s"),
                        line -> assertThat(line).matches("onrecord:   4 of 5  nlp-service  \\d+ s"),
                        line -> assertThat(line).matches("onrecord:   5 of 5  api-service  \\d+ s"),
                        line -> assertThat(line).startsWith("onrecord: everything is built"));
        assertThat(build.status()).isZero();
    }

    @Test
    void aBuildThatFailsSaysWhyAndWhereItsLogIs() throws Exception {
        writePom("nlp-service", "<artifactId>broken");

        Ended build = build();

        Path log = project.resolve(".onrecord/logs/build.log");
        assertThat(build.said())
                .contains("[ERROR]", "nlp-service/pom.xml")
                .endsWith("onrecord: the build failed; the whole log is in " + log + "\n");
        assertThat(log).content().contains("[ERROR]");
        assertThat(build.status()).isEqualTo(1);
    }

    private void writePom(String folder, String content) throws IOException {
        Files.createDirectories(project.resolve(folder));
        Files.writeString(
                project.resolve(folder).resolve("pom.xml"),
                "<project xmlns=\"http://maven.apache.org/POM/4.0.0\"><modelVersion>4.0.0</modelVersion>" + content
                        + "</project>");
    }

    private record Ended(int status, String said) {}

    private Ended build() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(project.resolve("onrecord").toString(), "build")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }
}
