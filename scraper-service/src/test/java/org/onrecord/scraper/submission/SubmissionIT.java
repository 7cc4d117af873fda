package org.onrecord.scraper.submission;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against what was packaged: the native executable under {@code -Dnative}, or the jar under {@code -Dintegration}. */
@QuarkusIntegrationTest
class SubmissionIT extends SubmissionTest {}
