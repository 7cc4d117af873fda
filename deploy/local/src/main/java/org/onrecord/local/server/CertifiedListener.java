package org.onrecord.local.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A broker's listener over TLS for those who show a certificate of its authority, who may do what they were granted and nothing
 * else (SSL with client authentication, and Kafka's standard authorizer): what the manifests have Strimzi set up.
 */
public final class CertifiedListener {
    private static final String AUTHORITY = "authority";
    private static final String BROKER = "broker";
    private static final String PASSWORD = "the password of every store";
    private static final String STORE_TYPE = "PKCS12";

    private final Path folder;

    private CertifiedListener(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes an authority and the certificate of a broker at 127.0.0.1.
     *
     * @param folder where keys are put; created if it is new
     */
    public static CertifiedListener create(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        CertifiedListener listener = new CertifiedListener(folder);
        listener.keytool("-alias", AUTHORITY, "-dname", "CN=" + AUTHORITY, "-ext", "bc:c");
        listener.sign(BROKER);
        listener.writeCertificateOfAuthority();
        return listener;
    }

    /**
     * Gives a user a certificate of its own.
     *
     * @return the variables by which a service is told to use it
     */
    public Map<String, String> environment(String user) throws IOException, InterruptedException {
        sign(user);
        return variables(clientSettings(user));
    }

    /** The variables of somebody who has no certificate. */
    public Map<String, String> environmentWithoutCertificate() {
        Map<String, String> settings = clientSettings(BROKER);
        settings.keySet().removeIf(name -> name.startsWith("ssl.keystore."));
        return variables(settings);
    }

    /** The client settings of somebody who may do everything. */
    public Map<String, String> superUser() {
        return clientSettings(BROKER);
    }

    /** What a user is called where rights are granted. */
    public static String principal(String user) {
        return "User:CN=" + user;
    }

    String listener() {
        return "SSL";
    }

    Map<String, String> brokerSettings() {
        Map<String, String> settings = clientSettings(BROKER);
        settings.remove("security.protocol");
        settings.put("ssl.client.auth", "required");
        settings.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        // The controller, which this listener does not lead to, is asked by the broker alone, without a name.
        settings.put("super.users", principal(BROKER) + ";User:ANONYMOUS");
        return settings;
    }

    Map<String, String> clientSettings() {
        return superUser();
    }

    private Map<String, String> clientSettings(String user) {
        return new HashMap<>(Map.of(
                "security.protocol",
                listener(),
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                folder.resolve("ca.crt").toString(),
                "ssl.keystore.type",
                STORE_TYPE,
                "ssl.keystore.location",
                folder.resolve(user + ".p12").toString(),
                "ssl.keystore.password",
                PASSWORD));
    }

    private static Map<String, String> variables(Map<String, String> settings) {
        Map<String, String> variables = new HashMap<>();
        settings.forEach((setting, value) ->
                variables.put("KAFKA_" + setting.toUpperCase(Locale.ROOT).replace('.', '_'), value));
        return variables;
    }

    /** Has the authority sign somebody's certificate, and puts it with its key alone into a store. */
    private void sign(String name) throws IOException, InterruptedException {
        if (Files.exists(folder.resolve(name + ".p12"))) {
            return;
        }
        keytool("-alias", name, "-dname", "CN=" + name, "-ext", "san=ip:127.0.0.1", "-signer", AUTHORITY);
        try (OutputStream out = Files.newOutputStream(folder.resolve(name + ".p12"))) {
            KeyStore all = all();
            Key key = all.getKey(name, PASSWORD.toCharArray());
            KeyStore own = KeyStore.getInstance(STORE_TYPE);
            own.load(null, null);
            own.setKeyEntry(name, key, PASSWORD.toCharArray(), all.getCertificateChain(name));
            own.store(out, PASSWORD.toCharArray());
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private void writeCertificateOfAuthority() throws IOException {
        try {
            Certificate certificate = all().getCertificate(AUTHORITY);
            Files.writeString(
                    folder.resolve("ca.crt"),
                    "-----BEGIN CERTIFICATE-----\n"
                            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                            + "\n-----END CERTIFICATE-----\n");
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private KeyStore all() throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(folder.resolve("all.p12"))) {
            KeyStore all = KeyStore.getInstance(STORE_TYPE);
            all.load(in, PASSWORD.toCharArray());
            return all;
        }
    }

    private void keytool(String... whose) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-storetype",
                STORE_TYPE,
                "-storepass",
                PASSWORD,
                "-keystore",
                folder.resolve("all.p12").toString()));
        command.addAll(List.of(whose));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool: " + said);
        }
    }
}
