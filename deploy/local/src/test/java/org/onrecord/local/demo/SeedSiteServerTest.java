package org.onrecord.local.demo;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.onrecord.local.server.LoopbackPort;

import static org.assertj.core.api.Assertions.assertThat;

class SeedSiteServerTest {
    private SeedSite site;

    @BeforeEach
    void serve() throws Exception {
        site = SeedSite.start(LoopbackPort.free());
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void theFeedAnnouncesPagesOfThisServer() throws Exception {
        var pages = SeedFeed.read(site.origin().resolve("/feed.xml"));

        assertThat(pages)
                .hasSizeGreaterThanOrEqualTo(12)
                .contains(site.origin().resolve("/world/us-open-to-working-with-iran.html"))
                .allMatch(page -> page.toString().startsWith(site.origin().toString()));
    }

    @Test
    void aPageInAnOldCharsetKeepsItsBytesAndDeclaresItItself() throws Exception {
        HttpResponse<byte[]> page = get("/archive/1998/bridge-opens.html");

        assertThat(page.headers().firstValue("Content-Type")).contains("text/html");
        assertThat(new String(page.body(), Charset.forName("windows-1252"))).contains("windows-1252", "“");
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        assertThat(get("/no/such/page.html").statusCode()).isEqualTo(404);
        assertThat(get("/../../../etc/passwd").statusCode()).isEqualTo(404);
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(site.origin().resolve(path)).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }
}
