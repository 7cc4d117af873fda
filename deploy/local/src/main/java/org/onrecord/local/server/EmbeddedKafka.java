package org.onrecord.local.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;

import org.onrecord.contracts.Topics;
import org.onrecord.local.Patience;

/**
 * A real Kafka broker and controller in this JVM, on loopback sockets. Its data outlives it in the folder it was given.
 * Not for more than one start and one close each.
 */
public final class EmbeddedKafka implements AutoCloseable {
    /** Enough for three services of a few replicas on one machine; a cluster's topics are declared in its manifests. */
    private static final int PARTITIONS = 4;

    /** Its controller answers within a second; where it has died, Kafka itself waits for it for five minutes. */
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(20);

    private static final String CLUSTER_ID = "b25yZWNvcmQtbG9jYWwwMA";
    private static final int MAX_MESSAGE_BYTES = 4 * 1024 * 1024;
    private static final String MILLISECONDS = String.valueOf(Patience.LONGEST.toMillis());
    /** A record of up to {@link #MAX_MESSAGE_BYTES}, and headers that say why it is there. */
    private static final int MAX_DEAD_LETTER_BYTES = 5 * 1024 * 1024;
    /** The longest URL several times, as key and in the value, and the particulars. */
    private static final int MAX_NOTE_BYTES = 256 * 1024;

    private static final Map<String, Integer> LARGEST_RECORD_BY_TOPIC = Map.of(
            Topics.FETCH_REQUESTS, MAX_NOTE_BYTES,
            Topics.ARTICLES, MAX_MESSAGE_BYTES,
            Topics.ANALYSES, MAX_MESSAGE_BYTES,
            Topics.OUTCOMES, MAX_NOTE_BYTES,
            Topics.SCRAPER_FETCH_REQUESTS_DEAD_LETTER, MAX_DEAD_LETTER_BYTES,
            Topics.NLP_ARTICLES_DEAD_LETTER, MAX_DEAD_LETTER_BYTES,
            Topics.API_ANALYSES_DEAD_LETTER, MAX_DEAD_LETTER_BYTES,
            Topics.API_OUTCOMES_DEAD_LETTER, MAX_DEAD_LETTER_BYTES);

    /** So that what was taken down is erased within a day; deploy/README.md, "Your own Kafka", says why these values. */
    private static final Map<String, String> ERASABLE = Map.of(
            "cleanup.policy", "compact,delete",
            "max.compaction.lag.ms", "43200000",
            "delete.retention.ms", "3024000000",
            "segment.bytes", "67108864");

    private final KafkaRaftServer server;
    private final String bootstrapServers;

    private EmbeddedKafka(KafkaRaftServer server, String bootstrapServers) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Starts the broker, creates the topics that are missing, and has those that hold articles compacted.
     *
     * @param data the folder of its logs; created and formatted if it is new
     * @param port the port to listen on; the controller takes a free one
     * @throws IOException if the folder cannot be written
     */
    public static EmbeddedKafka start(Path data, int port) throws IOException {
        return start(data, port, "PLAINTEXT", Map.of(), Map.of());
    }

    /**
     * The same, for those alone who name themselves over TLS.
     *
     * @param door who is let in
     */
    public static EmbeddedKafka start(Path data, int port, SecuredListener door) throws IOException {
        return start(data, port, door.listener(), door.brokerSettings(), door.clientSettings());
    }

    /**
     * The same, for those alone who show a certificate, and who may do what they were granted.
     *
     * @param door who is let in
     */
    public static EmbeddedKafka start(Path data, int port, CertifiedListener door) throws IOException {
        return start(data, port, door.listener(), door.brokerSettings(), door.clientSettings());
    }

    private static EmbeddedKafka start(
            Path data, int port, String listener, Map<String, String> settings, Map<String, String> clientSettings)
            throws IOException {
        FirstStart firstStart = FirstStart.begin(data);
        Files.createDirectories(data);
        Properties properties = properties(data, port, LoopbackPort.free(), listener);
        properties.putAll(settings);
        format(data, properties);
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties), Time.SYSTEM);
        EmbeddedKafka kafka = new EmbeddedKafka(server, "127.0.0.1:" + port);
        try {
            server.startup();
            Map<String, Object> client = new HashMap<>(clientSettings);
            client.put("bootstrap.servers", kafka.bootstrapServers);
            client.put("default.api.timeout.ms", MILLISECONDS);
            createTopics(client);
        } catch (RuntimeException e) {
            kafka.close();
            throw new IOException("Kafka did not start: " + e.getMessage(), e);
        }
        firstStart.done();
        return kafka;
    }

    /**
     * What to do when a broker of this JVM gives up, for example since it cannot write; by default it ends the JVM at once,
     * which leaves everything else behind that this JVM started.
     */
    public static void whenItGivesUp(Runnable deed) {
        Exit.setExitProcedure((status, message) -> deed.run());
        Exit.setHaltProcedure((status, message) -> deed.run());
    }

    /** What clients connect to, {@code host:port}. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Stops it; one that cannot stop, since its disk is full, is left behind after a while and ends with this JVM. */
    @Override
    public void close() {
        Thread stopping = Thread.ofPlatform().daemon().name("stop-kafka").start(() -> {
            server.shutdown();
            server.awaitShutdown();
        });
        try {
            stopping.join(STOPPED_WITHIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Properties properties(Path data, int port, int controllerPort, String listener) {
        Properties properties = new Properties();
        properties.putAll(Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", "1"),
                Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controllerPort),
                Map.entry("listeners", listener + "://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort),
                Map.entry("advertised.listeners", listener + "://127.0.0.1:" + port),
                Map.entry("listener.security.protocol.map", listener + ":" + listener + ",CONTROLLER:PLAINTEXT"),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("inter.broker.listener.name", listener),
                Map.entry("log.dirs", data.toAbsolutePath().toString()),
                Map.entry("num.partitions", String.valueOf(PARTITIONS)),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "4"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("message.max.bytes", String.valueOf(MAX_MESSAGE_BYTES)),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("initial.broker.registration.timeout.ms", MILLISECONDS),
                // After a kill the controller waits for the old session to end; these bring that from 12 s to 4 s.
                Map.entry("broker.session.timeout.ms", "2000"),
                Map.entry("broker.heartbeat.interval.ms", "500")));
        return properties;
    }

    private static void format(Path data, Properties properties) throws IOException {
        Path file = Files.createTempFile("kafka", ".properties");
        try {
            try (var writer = Files.newBufferedWriter(file)) {
                properties.store(writer, null);
            }
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            int exit = StorageTool.execute(
                    new String[] {"format", "--ignore-formatted", "-t", CLUSTER_ID, "-c", file.toString()},
                    new PrintStream(said, true, StandardCharsets.UTF_8));
            if (exit != 0) {
                throw new IOException("Kafka could not format " + data + ": " + said.toString(StandardCharsets.UTF_8));
            }
        } finally {
            Files.delete(file);
        }
    }

    private static void createTopics(Map<String, Object> client) {
        try (Admin admin = Admin.create(client)) {
            Set<String> existing = admin.listTopics().names().get();
            admin.createTopics(LARGEST_RECORD_BY_TOPIC.entrySet().stream()
                            .filter(topic -> !existing.contains(topic.getKey()))
                            .map(topic -> new NewTopic(topic.getKey(), PARTITIONS, (short) 1)
                                    .configs(Map.of(
                                            "max.message.bytes",
                                            topic.getValue().toString())))
                            .toList())
                    .all()
                    .get();
            // Those of an earlier release too.
            admin.incrementalAlterConfigs(Topics.ERASABLE.stream()
                            .collect(Collectors.toMap(EmbeddedKafka::topic, any -> set(ERASABLE))))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("it refused the topics", e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating topics", e);
        }
    }

    private static ConfigResource topic(String name) {
        return new ConfigResource(ConfigResource.Type.TOPIC, name);
    }

    private static Collection<AlterConfigOp> set(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(setting -> new AlterConfigOp(
                        new ConfigEntry(setting.getKey(), setting.getValue()), AlterConfigOp.OpType.SET))
                .toList();
    }
}
