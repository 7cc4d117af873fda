package org.onrecord.api.web.search;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** What the pages offer to somebody who has just come. */
@ConfigMapping(prefix = "onrecord.pages")
interface PagesConfig {

    /** Home page of the news site that comes with Onrecord, where one runs beside it. */
    Optional<String> sampleSite();
}
