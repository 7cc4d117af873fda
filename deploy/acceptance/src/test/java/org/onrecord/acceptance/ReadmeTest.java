package org.onrecord.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.onrecord.local.Line;

import static org.assertj.core.api.Assertions.assertThat;

/** Every command of the README works, and its answer has the shape that the README shows. */
@ExtendWith(RunningLine.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadmeTest {
    private static final Pattern FENCE = Pattern.compile("```(\\w+)\\n(.*?)```", Pattern.DOTALL);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The commands that {@link OnrecordCommandTest} runs; {@code test} is what runs it. */
    private static final List<String> RUN_ELSEWHERE =
            List.of("./onrecord demo", "./onrecord up", "./onrecord down", "./onrecord test");

    /**
     * A command of the README.
     *
     * @param line the command as printed
     * @param answer the JSON that is printed below it, if any
     */
    private record Command(String line, Optional<String> answer) {
        @Override
        public String toString() {
            return line;
        }
    }

    @BeforeAll
    void readWhatTheCommandsAskAbout(Line line) {
        for (String path : List.of("/world/us-open-to-working-with-iran.html", "/council/tram-line-vote.html")) {
            RunningLine.awaitEnd(
                    line, RunningLine.submit(line, Map.of("url", line.seedSite().origin() + path)));
        }
    }

    @Test
    void theScriptsCommandsAreRunByATest() throws IOException {
        assertThat(commands().map(Command::line).filter(line -> line.startsWith("./onrecord")))
                .isNotEmpty()
                .isSubsetOf(RUN_ELSEWHERE);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aCallAnswersAsShown(Command command, Line line) throws Exception {
        String output = run(command.line()
                .replaceFirst("^curl ", "curl --fail-with-body ")
                .replace("http://localhost:8080", line.api().origin().toString())
                .replace("http://localhost:8088", line.seedSite().origin().toString()));

        if (command.answer().isPresent()) {
            assertThat(missing("", JSON.readTree(command.answer().get()), JSON.readTree(output)))
                    .as(output)
                    .isEmpty();
        }
    }

    static Stream<Command> calls() throws IOException {
        return commands().filter(command -> !command.line().startsWith("./onrecord"));
    }

    private static Stream<Command> commands() throws IOException {
        List<Command> commands = new ArrayList<>();
        Matcher fence = FENCE.matcher(Files.readString(RunningLine.PROJECT.resolve("README.md")));
        while (fence.find()) {
            if (fence.group(1).equals("sh")) {
                fence.group(2).lines().forEach(line -> commands.add(new Command(line, Optional.empty())));
            } else if (fence.group(1).equals("json")) {
                commands.set(commands.size() - 1, new Command(commands.getLast().line(), Optional.of(fence.group(2))));
            }
        }
        return commands.stream();
    }

    private static String run(String command) throws Exception {
        Process process = new ProcessBuilder("bash", "-c", command)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    /** The paths that are in the shown answer and not in the real one; of a list the first element counts. */
    private static List<String> missing(String path, JsonNode shown, JsonNode real) {
        List<String> missing = new ArrayList<>();
        if (real.isMissingNode()) {
            missing.add(path);
        } else if (shown.isArray() && !shown.isEmpty()) {
            missing.addAll(missing(path + "/0", shown.path(0), real.path(0)));
        } else {
            shown.fieldNames()
                    .forEachRemaining(
                            name -> missing.addAll(missing(path + "/" + name, shown.path(name), real.path(name))));
        }
        return missing;
    }
}
