package org.onrecord.api.alert;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.StartupEvent;
import io.vertx.ext.mail.SMTPException;

import org.onrecord.api.alert.Recipient.Mailbox;

/** Sends mail, if the operator named a server. Blocks; thread-safe. */
@ApplicationScoped
class Mailings {

    private static final int TAKEN = 250;
    private static final int KEPT = 200;

    private final MailConfig config;
    private final ReactiveMailer mailer;
    private final Duration patience;

    Mailings(MailConfig config, ReactiveMailer mailer, AlertConfig alerts) {
        this.config = config;
        this.mailer = mailer;
        // The lease of an alert is longer than that; see the class Outbox.
        this.patience = alerts.patience().multipliedBy(2);
    }

    @CheckedTemplate(basePath = "alert")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance digest(Digest digest);

        static native TemplateInstance words(Digest digest);
    }

    /** @throws IllegalStateException if there is a server, but not all that is needed with it */
    void check(@Observes StartupEvent started) {
        if (isOn() && (config.from().isEmpty() || config.site().isEmpty())) {
            throw new IllegalStateException(
                    "ONRECORD_MAIL_HOST is set: ONRECORD_MAIL_FROM must be the address that mail comes"
                            + " from, and ONRECORD_MAIL_SITE the URL under which its readers reach the pages, such as"
                            + " https://onrecord.desk.example");
        }
    }

    boolean isOn() {
        return config.host().isPresent();
    }

    /** Where the pages are, without a slash at its end. */
    String site() {
        return config.site().orElse("").replaceAll("/+$", "");
    }

    /** Why nothing is sent to an address; empty if it is. */
    Optional<String> refusal(String address) {
        if (!isOn()) {
            return Optional.of("is not possible: this service sends no mail, since ONRECORD_MAIL_HOST is not set");
        }
        if (!MailAddress.isOne(address)) {
            return Optional.of("must be one plain address, such as desk@paper.example");
        }
        List<String> domains = config.domains().orElse(List.of());
        String domain = MailAddress.domain(address);
        if (!domains.isEmpty() && domains.stream().map(String::strip).noneMatch(domain::equalsIgnoreCase)) {
            return Optional.of("must be of a domain that mail may be sent to: " + String.join(", ", domains));
        }
        return Optional.empty();
    }

    /** Sends a digest, under the id of its delivery at each attempt. */
    Attempt send(Mailbox mailbox, UUID delivery, Digest digest) {
        return send(
                mailbox,
                delivery,
                digest.subject(),
                Templates.words(digest).render(),
                Templates.digest(digest).render());
    }

    /** Sends a mail that says that mail arrives. */
    Attempt sendTest(Mailbox mailbox, UUID delivery) {
        String words = "This is a test: new statements that answer the saved search of this alert are sent here.";
        return send(
                mailbox,
                delivery,
                "Onrecord: a test",
                words + "\n\nTo pause or remove the alert: " + DigestWriter.page(site(), mailbox.alertId()) + "\n",
                "<p>" + words + "</p><p><a href=\"" + DigestWriter.page(site(), mailbox.alertId())
                        + "\">Pause or remove the alert</a></p>");
    }

    private Attempt send(Mailbox mailbox, UUID delivery, String subject, String words, String html) {
        Optional<String> refusal = refusal(mailbox.email());
        if (refusal.isPresent()) {
            return new Attempt(null, null, "Mail to " + mailbox.email() + " " + refusal.get());
        }
        String from = config.from().orElseThrow();
        Mail mail = Mail.withText(mailbox.email(), subject, words)
                .setHtml(html)
                .setFrom(from)
                .addHeader("Message-ID", "<" + delivery + "@" + MailAddress.domain(from) + ">")
                // So that nobody's absence is answered (RFC 3834, section 5).
                .addHeader("Auto-Submitted", "auto-generated");
        try {
            mailer.send(mail).await().atMost(patience);
            return new Attempt(TAKEN, "", null);
        } catch (RuntimeException e) {
            return failed(e);
        }
    }

    private static Attempt failed(RuntimeException failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof SMTPException)) {
            cause = cause.getCause();
        }
        if (cause instanceof SMTPException answered && answered.getReplyCode() > 0) {
            return new Attempt(answered.getReplyCode(), oneLine(answered.getReplyMessage()), null);
        }
        String why = cause.getMessage();
        return new Attempt(
                null, null, "The mail server did not take it: " + oneLine(why == null ? "no answer in time" : why));
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= KEPT ? line : line.substring(0, KEPT);
    }
}
