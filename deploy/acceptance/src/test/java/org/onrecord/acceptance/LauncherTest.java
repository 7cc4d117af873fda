package org.onrecord.acceptance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.sun.net.httpserver.HttpServer;

import org.onrecord.local.Line;
import org.onrecord.local.LineOptions;
import org.onrecord.local.PortTakenException;
import org.onrecord.local.ServiceProcess;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the launcher makes of what is on the machine already: other listeners, and variables of the caller's. */
class LauncherTest {
    @TempDir
    Path folder;

    @Test
    void anAnswerOfAnotherProcessIsNotTakenForTheServices() throws Exception {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        other.start();
        Path jar = RunningLine.PROJECT.resolve("nlp-service/target/quarkus-app/quarkus-run.jar");
        Map<String, String> environment =
                Map.of("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9", "ONRECORD_ACCESS_MODE", "open");
        try (ServiceProcess service =
                new ServiceProcess("nlp-service", jar, other.getAddress().getPort(), 256, environment, folder)) {
            service.start();

            assertThatThrownBy(service::awaitReady).isInstanceOf(PortTakenException.class);
        } finally {
            other.stop(0);
        }
    }

    @Test
    void aPortThatIsTakenAtTheLastMomentIsReplaced() throws Exception {
        List<String> said = new ArrayList<>();
        AtomicReference<Line> starting = new AtomicReference<>();
        try (ServerSocket other = new ServerSocket()) {
            Line line = new Line(new LineOptions(RunningLine.PROJECT, folder, List.of(), Map.of(), text -> {
                said.add(text);
                if (text.startsWith("starting scraper-service") && !other.isBound()) {
                    takePort(other, starting.get().nlp().origin());
                }
            }));
            starting.set(line);
            try (line) {
                line.start();

                assertThat(said).anyMatch(text -> text.contains("could not listen on port " + other.getLocalPort()));
                assertThat(line.nlp().origin().getPort()).isNotEqualTo(other.getLocalPort());
                given().when().get(line.api().origin() + "/v1/quotes").then().statusCode(200);
            }
        }
    }

    @Test
    void variablesOfTheCallerAreAddedToTheLinesOwn() throws Exception {
        HttpServer site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        List<String> agents = new ArrayList<>();
        site.createContext("/", exchange -> {
            agents.add(exchange.getRequestHeaders().getFirst("User-Agent"));
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        site.start();
        String authority = "127.0.0.1:" + site.getAddress().getPort();
        Map<String, String> environment = Map.of(
                "ONRECORD_EGRESS_ALLOW", authority, "ONRECORD_USER_AGENT", "NewsroomBot/7 (+https://example.org)");
        try (Line line =
                new Line(new LineOptions(RunningLine.PROJECT, folder, List.of(), environment, System.out::println))) {
            line.start();

            String page = "http://" + authority + "/story.html";
            RunningLine.awaitEnd(line, RunningLine.submit(line, Map.of("url", page)));
            String seed = line.seedSite().origin() + "/council/tram-line-vote.html";

            assertThat(agents).isNotEmpty().containsOnly("NewsroomBot/7 (+https://example.org)");
            assertThat(RunningLine.read(line, seed).getString("title")).isNotEmpty();
        } finally {
            site.stop(0);
        }
    }

    @Test
    void aWrongVariableIsNamed() {
        Map<String, String> environment = Map.of("ONRECORD_HOST_DELAY", "soon");
        try (Line line =
                new Line(new LineOptions(RunningLine.PROJECT, folder, List.of(), environment, System.out::println))) {
            assertThatThrownBy(line::start)
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("scraper-service: ONRECORD_HOST_DELAY is \"soon\"");
        }
    }

    private static void takePort(ServerSocket socket, URI origin) {
        try {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), origin.getPort()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
