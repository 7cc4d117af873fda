package org.onrecord.api.forward;

import java.net.URI;

import io.smallrye.config.ConfigMapping;

/** Where the services behind this one answer. */
@ConfigMapping(prefix = "onrecord.services")
interface ServiceUrls {

    /** Scheme, host and port of the scraper. */
    URI scraper();

    /** Scheme, host and port of the NLP service. */
    URI reader();
}
