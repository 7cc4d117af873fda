package org.onrecord.acceptance;

import java.net.MalformedURLException;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

import au.com.dius.pact.provider.junit5.HttpTestTarget;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;

import org.onrecord.local.Line;

/** The packaged line does what each client needs whose pact lies in {@code contracts/pacts}. */
@Provider("onrecord-api")
@PactFolder("../../contracts/pacts")
@ExtendWith(RunningLine.class)
class PactsTest {

    /** The number of a story that no other test reads. */
    private static final int STORY = 630;

    private final Line line;
    private final Press press;

    PactsTest(Line line, Press press) {
        this.line = line;
        this.press = press;
    }

    @BeforeEach
    void ask(PactVerificationContext context) throws MalformedURLException {
        context.setTarget(HttpTestTarget.fromUrl(line.api().origin().toURL()));
    }

    @TestTemplate
    @ExtendWith(PactVerificationInvocationContextProvider.class)
    void isKept(PactVerificationContext context) {
        context.verifyInteraction();
    }

    /** The speaker of a story of its own ({@link Press#speaker}), read as every other one. */
    @State("Laura Marygson was quoted")
    void lauraMarygsonWasQuoted() {
        RunningLine.awaitEnd(line, RunningLine.submit(line, Map.of("url", press.story(STORY))));
    }
}
