package org.onrecord.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code ./onrecord test} on a small project of two modules, with a Maven in its place that ends as it is told. */
class TestCommandTest {
    private static final String TALLY = "deploy/local/src/main/java/org/onrecord/local/TestTally.java";
    private static final String PASSED = "<testcase name=\"passes\" classname=\"org.example.%1$s\"/>";
    private static final String SKIPPED =
            "<testcase name=\"waits\" classname=\"org.example.%1$s\"><skipped message=\"later\"/></testcase>";
    private static final String FAILED = """
            <testcase name="fails" classname="org.example.%1$s"><failure message="1 &lt; 2" type="AssertionError"><![CDATA[<error>]]>
            </failure><system-out><![CDATA[<testcase name="printed"/><failure>]]></system-out></testcase>""";
    private static final String BROKEN =
            "<testcase name=\"breaks\" classname=\"org.example.%1$s\"><error type=\"IOException\"/></testcase>";

    @TempDir
    Path project;

    @BeforeEach
    void makeTheProject() throws IOException {
        for (String file : List.of("onrecord", TALLY)) {
            Files.createDirectories(project.resolve(file).getParent());
            Files.copy(RunningLine.PROJECT.resolve(file), project.resolve(file));
        }
        assertThat(project.resolve("onrecord").toFile().setExecutable(true)).isTrue();
        Files.writeString(
                project.resolve("pom.xml"), "<modules><module>one</module>\n<module>deep/two</module></modules>");
        testClass("one", "FerryTest");
        testClass("deep/two", "QuayTest");
        mavenEndsWith(0);
    }

    @Test
    void passedAndSkippedTestsAreCountedOverAllModules() throws Exception {
        report("one", "surefire", "FerryTest", PASSED + PASSED + SKIPPED);
        report("deep/two", "surefire", "QuayTest", PASSED);
        report("deep/two", "failsafe", "QuayIT", PASSED);

        Ended test = test();

        assertThat(test.lines()).containsExactly("", "Tests: 4 passed, 0 failed, 1 skipped");
        assertThat(test.status()).isZero();
    }

    @Test
    void aFailedTestIsNamedAndTheRunIsNotGreenThoughMavenWentOn() throws Exception {
        report("one", "surefire", "FerryTest", PASSED + FAILED);
        report("deep/two", "surefire", "QuayTest", BROKEN + PASSED);

        Ended test = test();

        assertThat(test.lines())
                .containsExactly(
                        "",
                        "Failed:",
                        "  org.example.FerryTest.fails",
                        "  org.example.QuayTest.breaks",
                        "Tests: 2 passed, 2 failed, 0 skipped");
        assertThat(test.status()).isEqualTo(1);
    }

    @Test
    void aClassWithoutReportIsNamedWithItsModule() throws Exception {
        report("one", "surefire", "FerryTest", PASSED);

        Ended test = test();

        assertThat(test.lines())
                .contains("  deep/two: QuayTest")
                .last()
                .isEqualTo("Tests: 1 passed, 0 failed, 0 skipped");
        assertThat(test.status()).isEqualTo(1);
    }

    @Test
    void aReportOfAnEarlierRunIsNone() throws Exception {
        Path old = report("one", "surefire", "FerryTest", PASSED);
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(3600)));
        report("deep/two", "surefire", "QuayTest", PASSED);

        Ended test = test();

        assertThat(test.lines()).contains("  one: FerryTest").last().isEqualTo("Tests: 1 passed, 0 failed, 0 skipped");
        assertThat(test.status()).isEqualTo(1);
    }

    @Test
    void aReportThatBreaksOffIsAFailure() throws Exception {
        report("one", "surefire", "FerryTest", PASSED + "<testcase name=\"breaks off");
        report("deep/two", "surefire", "QuayTest", PASSED);

        Ended test = test();

        assertThat(test.lines())
                .contains("  a report that cannot be read: one/target/surefire-reports/TEST-org.example.FerryTest.xml")
                .last()
                .isEqualTo("Tests: 2 passed, 1 failed, 0 skipped");
        assertThat(test.status()).isEqualTo(1);
    }

    @Test
    void whereNoTestRanTheRunIsNotGreen() throws Exception {
        Ended test = test("-pl", "one");

        assertThat(test.lines()).containsExactly("", "No test ran.", "Tests: 0 passed, 0 failed, 0 skipped");
        assertThat(test.status()).isEqualTo(1);
    }

    @Test
    void whoAsksForSomeTestsMissesNoOthers() throws Exception {
        report("one", "surefire", "FerryTest", PASSED);

        Ended test = test("-pl", "one");

        assertThat(test.lines()).containsExactly("", "Tests: 1 passed, 0 failed, 0 skipped");
        assertThat(test.status()).isZero();
    }

    @Test
    void whatMavenFailedInIsTheRunsFailureTooThoughEveryTestPassed() throws Exception {
        report("one", "surefire", "FerryTest", PASSED);
        report("deep/two", "surefire", "QuayTest", PASSED);
        mavenEndsWith(7);

        Ended test = test();

        assertThat(test.lines()).last().isEqualTo("Tests: 2 passed, 0 failed, 0 skipped");
        assertThat(test.status()).isEqualTo(7);
    }

    private void mavenEndsWith(int status) throws IOException {
        Path maven = Files.createDirectories(project.resolve("bin")).resolve("mvn");
        Files.writeString(maven, "#!/bin/sh\nexit " + status + "\n");
        assertThat(maven.toFile().setExecutable(true)).isTrue();
    }

    private void testClass(String module, String name) throws IOException {
        Path folder = Files.createDirectories(project.resolve(module).resolve("src/test/java/org/example"));
        Files.createFile(folder.resolve(name + ".java"));
    }

    /** Written before the run, but dated as if it came out of it. */
    private Path report(String module, String plugin, String name, String cases) throws IOException {
        Path folder = Files.createDirectories(project.resolve(module).resolve("target/" + plugin + "-reports"));
        Path report = folder.resolve("TEST-org.example." + name + ".xml");
        Files.writeString(
                report,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"%1$s\">".formatted(name)
                        + cases.formatted(name) + "</testsuite>");
        Files.setLastModifiedTime(report, FileTime.from(Instant.now().plusSeconds(3600)));
        return report;
    }

    /** A run and what it printed. */
    private record Ended(int status, List<String> lines) {}

    private Ended test(String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(project.resolve("onrecord").toString(), "test");
        builder.command().addAll(List.of(arguments));
        builder.environment().merge("PATH", project.resolve("bin").toString(), (path, bin) -> bin + ":" + path);
        Process process = builder.redirectErrorStream(true).start();
        List<String> lines = process.inputReader().lines().toList();
        return new Ended(process.waitFor(), lines);
    }
}
