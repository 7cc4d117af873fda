package org.onrecord.api.problem;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against what was packaged: the native executable under {@code -Dnative}, or the jar under {@code -Dintegration}. */
@QuarkusIntegrationTest
class BadRequestsIT extends BadRequestsTest {}
