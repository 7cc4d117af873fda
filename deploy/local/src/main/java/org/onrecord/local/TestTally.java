package org.onrecord.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Says at the end of {@code ./onrecord test} what became of the tests of all modules, from the reports that Surefire and
 * Failsafe wrote. Run from its source, since it has to speak also when nothing could be compiled. Arguments: the project's
 * folder, since when reports count (milliseconds of the epoch; older ones are of another run), and {@code all} if a report of
 * every test class is due, or {@code some}. Exit status: 0 if tests ran and every one that was due passed or was skipped on
 * purpose, otherwise 1.
 */
final class TestTally {
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final List<String> REPORTS = List.of("target/surefire-reports", "target/failsafe-reports");
    private static final String REPORT_PREFIX = "TEST-";

    private final Path project;
    private final Instant since;
    private final List<String> failed = new ArrayList<>();
    private final Map<String, List<String>> notRun = new TreeMap<>();
    private int tests;
    private int skipped;

    TestTally(Path project, Instant since) {
        this.project = project;
        this.since = since;
    }

    public static void main(String[] arguments) throws IOException {
        TestTally tally = new TestTally(Path.of(arguments[0]), Instant.ofEpochMilli(Long.parseLong(arguments[1])));
        System.exit(tally.run(arguments[2].equals("all"), System.out) ? 0 : 1);
    }

    /** Counts, tells, and returns whether all is well. */
    boolean run(boolean everyClassIsDue, PrintStream out) throws IOException {
        for (String module : modules()) {
            List<Path> reports = reports(project.resolve(module));
            reports.forEach(this::count);
            if (everyClassIsDue) {
                missing(module, reports);
            }
        }
        tell(out);
        return tests > 0 && failed.isEmpty() && notRun.isEmpty();
    }

    private List<String> modules() throws IOException {
        return MODULE.matcher(Files.readString(project.resolve("pom.xml")))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private List<Path> reports(Path module) throws IOException {
        List<Path> reports = new ArrayList<>();
        for (String folder : REPORTS) {
            for (Path file : files(module.resolve(folder), 1)) {
                String name = file.getFileName().toString();
                if (name.startsWith(REPORT_PREFIX)
                        && name.endsWith(".xml")
                        && !Files.getLastModifiedTime(file).toInstant().isBefore(since)) {
                    reports.add(file);
                }
            }
        }
        return reports;
    }

    /** A report that broke off is one of a test that failed: its JVM ended while it was written. */
    private void count(Path report) {
        List<String> failedHere = new ArrayList<>();
        int testsHere = 0;
        int skippedHere = 0;
        String test = "";
        try (InputStream in = Files.newInputStream(report)) {
            XMLInputFactory factory = XMLInputFactory.newInstance();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamReader.START_ELEMENT) {
                    continue;
                }
                switch (xml.getLocalName()) {
                    case "testcase" -> {
                        testsHere++;
                        test = xml.getAttributeValue(null, "classname") + "." + xml.getAttributeValue(null, "name");
                    }
                    case "failure", "error" -> failedHere.add(test);
                    case "skipped" -> skippedHere++;
                    default -> {}
                }
            }
        } catch (IOException | XMLStreamException e) {
            testsHere++;
            failedHere.add("a report that cannot be read: " + project.relativize(report));
        }
        tests += testsHere;
        skipped += skippedHere;
        failedHere.stream().distinct().forEach(failed::add);
    }

    private void missing(String module, List<Path> reports) throws IOException {
        List<String> reported = reports.stream()
                .map(report -> report.getFileName().toString())
                .map(name -> name.substring(name.lastIndexOf('.', name.length() - ".xml".length() - 1) + 1))
                .map(name -> name.replaceFirst("^" + REPORT_PREFIX, "").replace(".xml", ".java"))
                .toList();
        List<String> due = files(project.resolve(module).resolve("src/test/java"), Integer.MAX_VALUE).stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith("Test.java") && !reported.contains(name))
                .map(name -> name.replace(".java", ""))
                .sorted()
                .toList();
        if (!due.isEmpty()) {
            notRun.put(module, due);
        }
    }

    private static List<Path> files(Path folder, int depth) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private void tell(PrintStream out) {
        out.println();
        if (tests == 0) {
            out.println("No test ran.");
        }
        if (!failed.isEmpty()) {
            out.println("Failed:");
            failed.forEach(test -> out.println("  " + test));
        }
        if (!notRun.isEmpty()) {
            out.println("Not run, or not finished (a module they need was not built, or their JVM crashed):");
            notRun.forEach((module, classes) -> out.println("  " + module + ": " + String.join(", ", classes)));
        }
        out.printf(
                "Tests: %d passed, %d failed, %d skipped%n", tests - failed.size() - skipped, failed.size(), skipped);
    }
}
