package org.onrecord.api.problem;

import java.util.Map;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** The same against what was packaged: the native executable under {@code -Dnative}, or the jar under {@code -Dintegration}. */
@QuarkusIntegrationTest
@TestProfile(BadRequestsIT.Open.class)
class BadRequestsIT extends BadRequestsTest {

    /** As on a local line: what was packaged asks for keys otherwise. */
    public static class Open implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("onrecord.access.mode", "open");
        }
    }
}
