package org.onrecord.api.alert;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How mail is sent; how the server is spoken to is in the settings of Quarkus. */
@ConfigMapping(prefix = "onrecord.mail")
interface MailConfig {

    /** The SMTP server; no mail is sent without. */
    Optional<String> host();

    /** The address that mail comes from; needed with a server. */
    Optional<String> from();

    /** Where the pages are for those who get mail; needed with a server. */
    Optional<String> site();

    /** The domains that mail may be sent to; any, if there are none. */
    Optional<List<String>> domains();

    /** When daily digests are sent, in UTC. */
    @WithDefault("06:00")
    LocalTime dailyAt();
}
