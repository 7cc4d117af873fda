package org.onrecord.acceptance;

import java.io.IOException;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;

import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;

import org.onrecord.local.Executables;
import org.onrecord.local.Line;
import org.onrecord.local.ServiceProcess;
import org.onrecord.local.server.LoopbackPort;

import static org.onrecord.acceptance.Eventually.eventually;

/**
 * A second API of a line, as it is set up for a newsroom: with keys, with mail, and with the OpenID Connect provider at which its
 * people sign in. For browsers the provider, on localhost, is another site than the pages, on 127.0.0.1.
 */
final class Desk implements AutoCloseable {

    private static final String CLIENT = "onrecord";

    private final MockOAuth2Server provider;
    private final ServiceProcess api;

    private Desk(MockOAuth2Server provider, ServiceProcess api) {
        this.provider = provider;
        this.api = api;
    }

    static Desk beside(Line line) throws IOException, InterruptedException {
        MockOAuth2Server provider =
                new MockOAuth2Server(OAuth2Config.Companion.fromJson("{\"interactiveLogin\": true}"));
        provider.start(InetAddress.getByName("localhost"), LoopbackPort.free());
        int port = LoopbackPort.free();
        Map<String, String> environment = new HashMap<>(ServiceCommandTest.environment(line));
        environment.put("ONRECORD_ACCESS_MODE", "keys");
        environment.put("ONRECORD_SERVICE_TOKEN", "0123456789abcdef0123456789abcdef");
        environment.put("ONRECORD_SCRAPER_URL", line.scraper().origin().toString());
        environment.put("ONRECORD_NLP_URL", line.nlp().origin().toString());
        environment.put("ONRECORD_ACCESS_OIDC_ISSUER", issuer(provider));
        environment.put("ONRECORD_ACCESS_OIDC_UNTYPED", "true");
        environment.put("ONRECORD_ACCESS_OIDC_CLIENT_ID", CLIENT);
        environment.put("ONRECORD_ACCESS_OIDC_CLIENT_SECRET", "of this desk");
        environment.put("ONRECORD_ACCESS_OIDC_SITE", "http://127.0.0.1:" + port);
        // Nothing is sent: its fields are looked at.
        environment.put("ONRECORD_MAIL_HOST", "127.0.0.1");
        environment.put("ONRECORD_MAIL_FROM", "onrecord@desk.example");
        environment.put("ONRECORD_MAIL_SITE", "https://onrecord.desk.example");
        ServiceProcess api = new ServiceProcess(
                "api-service-of-desk",
                Executables.chosen().of(RunningLine.PROJECT, "api-service"),
                port,
                256,
                environment,
                line.api().log().getParent());
        Desk desk = new Desk(provider, api);
        try {
            api.start();
            api.awaitReady();
            return desk;
        } catch (IOException | InterruptedException e) {
            desk.close();
            throw e;
        }
    }

    String origin() {
        return api.origin().toString();
    }

    /** Where the provider's pages are. */
    String provider() {
        return issuer(provider);
    }

    /** Types at the provider who one is, and what they may, and waits until the browser is elsewhere. */
    void signInAtProvider(Browser browser, String name, String scope) throws IOException, InterruptedException {
        eventually().until(() -> browser.url().startsWith(provider()) && browser.count("input[name=username]") == 1);
        browser.run(
                "document.querySelector('textarea[name=claims]').value = arguments[0]",
                "{\"aud\": \"" + CLIENT + "\", \"scope\": \"openid onrecord:" + scope + "\"}");
        browser.click("input[name=username]");
        browser.type(name);
        browser.click("input[type=submit]");
        eventually()
                .until(() ->
                        browser.url().startsWith(origin()) && !browser.url().contains("/sign-in/"));
    }

    /** Opens a page as somebody who is signed in, and signs in if nobody is. */
    void open(Browser browser, String page) throws IOException, InterruptedException {
        browser.open(origin() + page);
        if (browser.url().startsWith(origin() + "/sign-in?to=")) {
            browser.click("main a.main");
            signInAtProvider(browser, "jo", "admin");
            browser.open(origin() + page);
        }
    }

    @Override
    public void close() {
        api.close();
        provider.shutdown();
    }

    private static String issuer(MockOAuth2Server provider) {
        return provider.issuerUrl("newsroom").toString();
    }
}
