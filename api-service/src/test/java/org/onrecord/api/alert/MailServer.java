package org.onrecord.api.alert;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import org.onrecord.local.server.LoopbackPort;

/** A real SMTP server, which takes mail for everybody. */
public final class MailServer implements QuarkusTestResourceLifecycleManager {

    private static GreenMail server;

    @Override
    public Map<String, String> start() {
        int port = LoopbackPort.free();
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return Map.of(
                "onrecord.mail.host",
                "127.0.0.1",
                "quarkus.mailer.host",
                "127.0.0.1",
                "quarkus.mailer.port",
                String.valueOf(port),
                "quarkus.mailer.start-tls",
                "DISABLED",
                "onrecord.mail.from",
                "onrecord@desk.example",
                "onrecord.mail.site",
                "https://onrecord.desk.example/",
                "onrecord.mail.domains",
                "paper.example,desk.example");
    }

    @Override
    public void stop() {
        server.stop();
    }

    static void goAway() {
        server.stop();
    }

    static void comeBack() {
        server.start();
    }

    /** The mail for an address, in the order in which it came. */
    static List<MimeMessage> taken(String address) {
        return Stream.of(server.getReceivedMessages())
                .filter(mail -> {
                    try {
                        return mail.getAllRecipients()[0].toString().equals(address);
                    } catch (MessagingException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
    }
}
