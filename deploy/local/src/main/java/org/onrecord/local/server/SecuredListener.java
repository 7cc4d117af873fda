package org.onrecord.local.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A broker's listener over TLS, with a certificate that nobody else signed, for one user with a password (SASL_SSL with PLAIN):
 * how brokers that others run are mostly reached.
 */
public final class SecuredListener {
    private static final String USER = "onrecord";
    private static final String PASSWORD = "the password of the broker";
    private static final String ALIAS = "broker";
    private static final String STORE_TYPE = "PKCS12";

    private final Path keyStore;
    private final Path trustStore;

    private SecuredListener(Path keyStore, Path trustStore) {
        this.keyStore = keyStore;
        this.trustStore = trustStore;
    }

    /**
     * Makes key and certificate for 127.0.0.1.
     *
     * @param folder where they are put; created if it is new
     */
    public static SecuredListener create(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        SecuredListener listener = new SecuredListener(folder.resolve("broker.p12"), folder.resolve("trusted.p12"));
        Process keytool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        STORE_TYPE,
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        listener.keyStore.toString()))
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool: " + said);
        }
        listener.trustItsCertificate();
        return listener;
    }

    /** The variables by which a service is told how to get in. */
    public Map<String, String> environment() {
        return environment(PASSWORD);
    }

    /** The same, with another password than the broker knows. */
    public Map<String, String> environmentWithWrongPassword() {
        return environment("a wrong password");
    }

    String listener() {
        return "SASL_SSL";
    }

    Map<String, String> brokerSettings() {
        return Map.of(
                "sasl.enabled.mechanisms",
                "PLAIN",
                "sasl.mechanism.inter.broker.protocol",
                "PLAIN",
                "listener.name.sasl_ssl.plain.sasl.jaas.config",
                login(PASSWORD).replace(";", " user_" + USER + "=\"" + PASSWORD + "\";"),
                "ssl.keystore.type",
                STORE_TYPE,
                "ssl.keystore.location",
                keyStore.toString(),
                "ssl.keystore.password",
                PASSWORD,
                "ssl.truststore.type",
                STORE_TYPE,
                "ssl.truststore.location",
                trustStore.toString(),
                "ssl.truststore.password",
                PASSWORD);
    }

    Map<String, String> clientSettings() {
        return clientSettings(PASSWORD);
    }

    private Map<String, String> clientSettings(String password) {
        return Map.of(
                "security.protocol",
                listener(),
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                login(password),
                "ssl.truststore.type",
                STORE_TYPE,
                "ssl.truststore.location",
                trustStore.toString(),
                "ssl.truststore.password",
                PASSWORD);
    }

    private Map<String, String> environment(String password) {
        Map<String, String> variables = new HashMap<>();
        clientSettings(password)
                .forEach((setting, value) -> variables.put(
                        "KAFKA_" + setting.toUpperCase(Locale.ROOT).replace('.', '_'), value));
        return variables;
    }

    private static String login(String password) {
        return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"" + USER + "\" password=\""
                + password + "\";";
    }

    private void trustItsCertificate() throws IOException {
        try (InputStream keys = Files.newInputStream(keyStore);
                OutputStream trusted = Files.newOutputStream(trustStore)) {
            KeyStore own = KeyStore.getInstance(STORE_TYPE);
            own.load(keys, PASSWORD.toCharArray());
            KeyStore clients = KeyStore.getInstance(STORE_TYPE);
            clients.load(null, null);
            clients.setCertificateEntry(ALIAS, own.getCertificate(ALIAS));
            clients.store(trusted, PASSWORD.toCharArray());
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }
}
