package org.onrecord.acceptance;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.mail.internet.MimeMessage;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;

import io.restassured.http.ContentType;

import org.onrecord.contracts.Topics;
import org.onrecord.local.Executables;
import org.onrecord.local.ServiceProcess;
import org.onrecord.local.server.EmbeddedKafka;
import org.onrecord.local.server.EmbeddedPostgresql;
import org.onrecord.local.server.LoopbackPort;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.acceptance.Eventually.eventually;

/** Alerts while the API's two instances are killed again and again: none is lost, and what comes twice has the same id. */
class KilledAlertsTest {
    private static final String API = "api-service";
    private static final int STATEMENTS = 100;
    private static final int KILLS = 4;

    private static final Pattern QUOTE = Pattern.compile("#q-([0-9a-f-]{36})");

    private final ObjectMapper json = new JsonMapper();

    @TempDir
    Path folder;

    @Test
    void everyStatementIsToldOfAndWhatIsToldTwiceHasTheSameId() throws Exception {
        Map<String, Set<String>> idsOfQuotes = new ConcurrentHashMap<>();
        HttpServer receiver = receiver(idsOfQuotes);
        List<ServiceProcess> instances = new ArrayList<>();
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"), LoopbackPort.free());
                EmbeddedPostgresql database = EmbeddedPostgresql.start(
                        Files.createDirectory(folder.resolve("postgresql")), LoopbackPort.free())) {
            for (int i = 0; i < 2; i++) {
                ServiceProcess instance = instance(i, kafka.bootstrapServers(), database, Map.of());
                instances.add(instance);
                instance.start();
            }
            for (ServiceProcess instance : instances) {
                instance.awaitReady();
            }
            String alert = alert(
                    instances.getFirst(),
                    Map.of("url", "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook"));
            Set<String> quotes = store(kafka.bootstrapServers());

            for (int kill = 0; kill < KILLS; kill++) {
                int before = idsOfQuotes.size();
                eventually().until(() -> idsOfQuotes.size() > before || idsOfQuotes.size() == STATEMENTS);
                ServiceProcess killed = instances.get(kill % 2);
                killed.kill();
                killed.start();
                killed.awaitReady();
            }

            eventually().until(() -> idsOfQuotes.size() == STATEMENTS);
            assertThat(idsOfQuotes.keySet()).containsExactlyInAnyOrderElementsOf(quotes);
            assertThat(idsOfQuotes.values()).allSatisfy(ids -> assertThat(ids).hasSize(1));
            eventually()
                    .until(() -> given()
                            .get(instances.getFirst().origin() + "/v1/alerts/" + alert + "/deliveries?limit=100")
                            .jsonPath()
                            .getList("items.state")
                            .stream()
                            .allMatch("delivered"::equals));
        } finally {
            instances.forEach(ServiceProcess::close);
            receiver.stop(0);
        }
    }

    @Test
    void everyStatementIsMailedAndWhatIsMailedTwiceHasTheSameId() throws Exception {
        GreenMail mail = new GreenMail(new ServerSetup(LoopbackPort.free(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        List<ServiceProcess> instances = new ArrayList<>();
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"), LoopbackPort.free());
                EmbeddedPostgresql database = EmbeddedPostgresql.start(
                        Files.createDirectory(folder.resolve("postgresql")), LoopbackPort.free())) {
            for (int i = 0; i < 2; i++) {
                ServiceProcess instance = instance(i, kafka.bootstrapServers(), database, mailing(mail));
                instances.add(instance);
                instance.start();
            }
            for (ServiceProcess instance : instances) {
                instance.awaitReady();
            }
            alert(instances.getFirst(), Map.of("email", "desk@paper.example", "every", "hourly"));
            Set<String> quotes = store(kafka.bootstrapServers());

            for (int kill = 0; kill < KILLS; kill++) {
                eventually().until(() -> waiting(database) > 0);
                int before = mail.getReceivedMessages().length;
                endPeriod(database);
                eventually().until(() -> mail.getReceivedMessages().length > before);
                ServiceProcess killed = instances.get(kill % 2);
                killed.kill();
                killed.start();
                killed.awaitReady();
                if (kill < KILLS - 1) {
                    quotes.addAll(store(kafka.bootstrapServers(), 2000 + kill, 1));
                }
            }
            eventually().until(() -> {
                endPeriod(database);
                return idsOfQuotes(mail).keySet().containsAll(quotes);
            });

            Map<String, Set<String>> ids = idsOfQuotes(mail);
            assertThat(ids.keySet()).containsExactlyInAnyOrderElementsOf(quotes);
            assertThat(ids.values()).allSatisfy(of -> assertThat(of).hasSize(1));
        } finally {
            instances.forEach(ServiceProcess::close);
            mail.stop();
        }
    }

    /** Settings of a service that sends by a server. */
    static Map<String, String> mailing(GreenMail mail) {
        return Map.of(
                "ONRECORD_MAIL_HOST",
                "127.0.0.1",
                "ONRECORD_MAIL_PORT",
                String.valueOf(mail.getSmtp().getPort()),
                "ONRECORD_MAIL_TLS",
                "off",
                "ONRECORD_MAIL_FROM",
                "onrecord@desk.example",
                "ONRECORD_MAIL_SITE",
                "https://onrecord.desk.example");
    }

    private static int waiting(EmbeddedPostgresql database) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                ResultSet row = connection
                        .createStatement()
                        .executeQuery("SELECT count(*) FROM digest_line WHERE delivery_id IS NULL")) {
            row.next();
            return row.getInt(1);
        }
    }

    /** As if the hour were over. */
    private static void endPeriod(EmbeddedPostgresql database) throws SQLException {
        try (Connection connection =
                DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
            connection.createStatement().execute("UPDATE alert SET digest_after = NULL");
            connection.createStatement().execute("UPDATE digest_line SET due_at = now() WHERE delivery_id IS NULL");
        }
    }

    /** Of each quote, under which names mail told of it. */
    private static Map<String, Set<String>> idsOfQuotes(GreenMail mail) throws Exception {
        Map<String, Set<String>> ids = new HashMap<>();
        for (MimeMessage message : mail.getReceivedMessages()) {
            String words = GreenMailUtil.getBody(message).replace("=\r\n", "");
            Matcher quote = QUOTE.matcher(words);
            while (quote.find()) {
                ids.computeIfAbsent(quote.group(1), none -> new HashSet<>()).add(message.getMessageID());
            }
        }
        return ids;
    }

    /** Slow, so that kills fall into attempts. */
    private HttpServer receiver(Map<String, Set<String>> idsOfQuotes) throws Exception {
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        receiver.createContext("/hook", exchange -> {
            JsonNode body = json.readTree(exchange.getRequestBody().readAllBytes());
            idsOfQuotes
                    .computeIfAbsent(
                            body.path("data").path("quote").path("id").asText(), none -> ConcurrentHashMap.newKeySet())
                    .add(exchange.getRequestHeaders().getFirst("webhook-id"));
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
        return receiver;
    }

    private ServiceProcess instance(
            int number, String brokers, EmbeddedPostgresql database, Map<String, String> settings) throws Exception {
        Map<String, String> environment = new HashMap<>(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                brokers,
                "ONRECORD_DATABASE_URL",
                database.jdbcUrl(),
                "ONRECORD_DATABASE_USER",
                database.user(),
                "ONRECORD_DATABASE_PASSWORD",
                database.password(),
                "ONRECORD_SCRAPER_URL",
                "http://127.0.0.1:9",
                "ONRECORD_NLP_URL",
                "http://127.0.0.1:9",
                "ONRECORD_ACCESS_MODE",
                "open",
                "ONRECORD_ALERTS_ALLOW",
                "127.0.0.1"));
        environment.putAll(settings);
        return new ServiceProcess(
                API + "-" + number,
                Executables.chosen().of(RunningLine.PROJECT, API),
                LoopbackPort.free(),
                256,
                environment,
                folder.resolve("logs"));
    }

    private static String alert(ServiceProcess api, Map<String, String> recipient) {
        String search = given().contentType(ContentType.JSON)
                .body(Map.of("name", "everything", "query", "stance=said"))
                .post(api.origin() + "/v1/searches")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
        Map<String, String> alert = new HashMap<>(recipient);
        alert.put("search", search);
        return given().contentType(ContentType.JSON)
                .body(alert)
                .post(api.origin() + "/v1/alerts")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
    }

    /** Articles of one statement each, which differ in a number. */
    private Set<String> store(String brokers) throws Exception {
        return store(brokers, 1000, STATEMENTS);
    }

    private Set<String> store(String brokers, int first, int statements) throws Exception {
        JsonNode example;
        try (var in = Topics.class.getResourceAsStream("/examples/analysis/named-speakers.json")) {
            example = json.readTree(in);
        }
        Set<String> quotes = new HashSet<>();
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers), new StringSerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < statements; i++) {
                ObjectNode analysis = analysis(example, first + i);
                quotes.add(analysis.at("/quotes/0/quoteId").asText());
                producer.send(new ProducerRecord<>(
                        Topics.ANALYSES, analysis.at("/article/articleId").asText(), json.writeValueAsBytes(analysis)));
            }
        }
        return quotes;
    }

    private ObjectNode analysis(JsonNode example, int number) {
        ObjectNode analysis = example.deepCopy();
        ObjectNode article = (ObjectNode) analysis.get("article");
        String said = "“The harbour will have " + number + " berths by the spring,”";
        String text = said + " Solheim said.";
        String now = Instant.now().toString();
        article.put("articleId", UUID.randomUUID().toString())
                .put("version", Integer.toHexString(number).repeat(8))
                .put("requestId", UUID.randomUUID().toString())
                .put("url", "https://www.harbour-herald.example/berths/" + number)
                .put("canonicalUrl", "https://www.harbour-herald.example/berths/" + number)
                .put("text", text)
                .put("publishedAt", now)
                .put("fetchedAt", now)
                .remove("fingerprint");
        article.set("blocks", json.createArrayNode());
        analysis.put("analysedAt", now);
        for (String list : List.of("sentences", "mentions", "entities")) {
            analysis.set(list, json.createArrayNode());
        }
        ObjectNode quote = json.createObjectNode();
        quote.put(
                        "quoteId",
                        UUID.nameUUIDFromBytes(said.getBytes(StandardCharsets.UTF_8))
                                .toString())
                .put("kind", "direct")
                .put("text", said)
                .put("confidence", 0.9)
                .put("rule", "test");
        ArrayNode spans = quote.putArray("spans");
        spans.addObject().put("field", "text").put("start", 0).put("end", said.length());
        analysis.set("quotes", json.createArrayNode().add(quote));
        return analysis;
    }
}
