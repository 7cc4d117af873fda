package org.onrecord.scraper.publish;

import java.util.List;
import java.util.Optional;

import org.onrecord.chassis.event.EncodedEvent;
import org.onrecord.scraper.article.Reading;

/** A reading and its events. */
record EncodedReading(Reading reading, Optional<EncodedEvent> article, List<EncodedEvent> outcomes) {}
