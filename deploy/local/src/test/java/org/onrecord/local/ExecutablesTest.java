package org.onrecord.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The form that was asked for is run, whatever else lies in the folder. */
class ExecutablesTest {
    private final String before = System.getProperty(Executables.PROPERTY);

    @TempDir
    Path project;

    @AfterEach
    void asItWas() {
        if (before == null) {
            System.clearProperty(Executables.PROPERTY);
        } else {
            System.setProperty(Executables.PROPERTY, before);
        }
    }

    @Test
    void besideAJarTheExecutableIsRunIfItIsAskedFor() throws IOException {
        Path jar = jar();
        Path executable = executable("#!/bin/sh\necho \"$0 $*\"\n");

        assertThat(Executables.JVM.of(project, "api-service")).isEqualTo(jar);
        assertThat(Executables.NATIVE.of(project, "api-service")).isEqualTo(executable);
    }

    @Test
    void aCommandOfTheExecutableIsRunByItself() throws IOException, InterruptedException {
        jar();
        executable("#!/bin/sh\necho \"ran with $*\"\n");

        Process process = new ProcessBuilder(Executables.NATIVE.command(project, "api-service", "key", "list")).start();

        assertThat(process.getInputStream()).hasContent("ran with key list");
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void heapAndPropertiesAreWhatAnExecutableTakes() {
        assertThat(Executables.command(
                        Path.of("service-runner"), List.of("-Xmx256m", "-Da=b", "--enable-native-access=x")))
                .containsExactly("service-runner", "-Xmx256m", "-Da=b");
    }

    @Test
    void whatIsMissingIsToldWithHowToMakeIt() throws IOException {
        assertThatThrownBy(() -> Executables.JVM.of(project, "api-service"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("api-service is not packaged")
                .hasMessageEndingWith("run ./onrecord build");
        jar();
        assertThatThrownBy(() -> Executables.NATIVE.of(project, "api-service"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("api-service has no native executable")
                .hasMessageEndingWith("run mvn -Dnative package");
    }

    @Test
    void theSystemPropertyChooses() {
        System.clearProperty(Executables.PROPERTY);
        assertThat(Executables.chosen()).isEqualTo(Executables.JVM);

        System.setProperty(Executables.PROPERTY, "native");
        assertThat(Executables.chosen()).isEqualTo(Executables.NATIVE);

        System.setProperty(Executables.PROPERTY, "both");
        assertThatThrownBy(Executables::chosen)
                .hasMessage("onrecord.executables is \"both\": it must be jvm or native");
    }

    private Path jar() throws IOException {
        Path jar = project.resolve("api-service/target/quarkus-app/quarkus-run.jar");
        Files.createDirectories(jar.getParent());
        return Files.writeString(jar, "no jar");
    }

    private Path executable(String script) throws IOException {
        Path file = project.resolve("api-service/target/api-service-0.1.0-SNAPSHOT-runner");
        Files.createDirectories(file.getParent());
        Files.writeString(file, script);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
