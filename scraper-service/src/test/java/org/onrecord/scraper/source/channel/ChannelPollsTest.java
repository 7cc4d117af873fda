package org.onrecord.scraper.source.channel;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import org.onrecord.egress.FetchResult;
import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;
import org.onrecord.scraper.NewsSite;
import org.onrecord.scraper.article.Reader;
import org.onrecord.scraper.fetch.PoliteClient;
import org.onrecord.scraper.source.document.ChannelKind;
import org.onrecord.scraper.source.document.Document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(NewsSite.class)
class ChannelPollsTest {

    @Inject
    PoliteClient client;

    @Inject
    SourceSettings settings;

    @Inject
    Reader reader;

    private Poll kept;

    @Test
    void aDatabaseThatIsAwayIsNoFaultOfTheChannel() {
        ChannelPolls polls = stumblingOver(() -> {
            throw new IllegalStateException(new SQLException("no connection", "08006"));
        });

        assertThatThrownBy(() -> polls.poll(UUID.randomUUID())).hasRootCauseInstanceOf(SQLException.class);

        assertThat(kept).isNull();
    }

    @Test
    void whateverElseIsStumbledOverIs() {
        ChannelPolls polls = stumblingOver(() -> {
            throw new StackOverflowError("of this document");
        });

        polls.poll(UUID.randomUUID());

        assertThat(kept)
                .isInstanceOfSatisfying(
                        Poll.Failed.class, failed -> assertThat(failed.why()).contains("of this document"));
    }

    private ChannelPolls stumblingOver(Supplier<Document> stone) {
        NewsSite.publish("/polls/feed.xml", "text/xml", "<rss><channel/></rss>");
        URI url = URI.create(NewsSite.origin() + "/polls/feed.xml");
        Documents documents = new Documents(settings, reader) {
            @Override
            Document read(FetchResult.Fetched fetched) {
                return stone.get();
            }
        };
        Channels channels = new Channels(null, null, settings) {
            @Override
            Optional<Polled> find(UUID id) {
                return Optional.of(new Polled(
                        new Channel(
                                id,
                                id,
                                url,
                                ChannelKind.RSS,
                                Optional.empty(),
                                Channel.Validators.NONE,
                                Duration.ofHours(1),
                                Optional.empty(),
                                0),
                        new Selection(List.of(), List.of())));
            }

            @Override
            Kept keep(Channel channel, Poll poll, Instant now) {
                kept = poll;
                return new Kept(Duration.ofHours(1), 0, 0, 0);
            }
        };
        return new ChannelPolls(client, documents, null, channels, new SimpleMeterRegistry());
    }
}
