package org.onrecord.scraper.source.channel;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.micrometer.core.instrument.MeterRegistry;

import org.onrecord.chassis.backing.DatabaseTrouble;
import org.onrecord.egress.BodyMemory;
import org.onrecord.egress.FetchResult;
import org.onrecord.egress.Get;
import org.onrecord.egress.Headers;
import org.onrecord.scraper.fetch.Attempt;
import org.onrecord.scraper.fetch.Attempt.HostState;
import org.onrecord.scraper.fetch.FetchAccount;
import org.onrecord.scraper.fetch.FetchInterruptedException;
import org.onrecord.scraper.fetch.PoliteClient;
import org.onrecord.scraper.fetch.ServerWish;
import org.onrecord.scraper.frontier.ChannelPoller;
import org.onrecord.scraper.source.document.ChannelKind;
import org.onrecord.scraper.source.document.Document;

/** Polls channels when the frontier says that it is time. Thread-safe. */
@ApplicationScoped
class ChannelPolls implements ChannelPoller {

    private static final Logger LOG = Logger.getLogger(ChannelPolls.class);
    /** Of a channel that is not there any more; its request goes with it. */
    private static final Duration NEVER = Duration.ofDays(1);

    private static final Duration FORGET_EVERY = Duration.ofHours(1);
    private static final int GONE = 410;

    private final PoliteClient client;
    private final Documents documents;
    private final Discovery discovery;
    private final Channels channels;
    private final MeterRegistry meters;
    private final AtomicLong forgot = new AtomicLong(System.nanoTime());

    ChannelPolls(
            PoliteClient client, Documents documents, Discovery discovery, Channels channels, MeterRegistry meters) {
        this.client = client;
        this.documents = documents;
        this.discovery = discovery;
        this.channels = channels;
        this.meters = meters;
    }

    @Override
    public Attempt.PutOff poll(UUID id) {
        forget();
        return keep(id, this::ask);
    }

    @Override
    public Attempt.PutOff giveUp(UUID id, String why) {
        return keep(id, polled -> new Poll.Failed(why, Poll.Failed.Kind.LASTING, Duration.ZERO));
    }

    private Attempt.PutOff keep(UUID id, Function<Channels.Polled, Poll> how) {
        return channels.find(id)
                .map(polled -> {
                    Poll poll = how.apply(polled);
                    Channels.Kept kept = channels.keep(polled.channel(), poll, Instant.now());
                    count(poll, kept);
                    HostState host = poll instanceof Poll.Failed failed && failed.kind() == Poll.Failed.Kind.PASSING
                            ? HostState.IN_TROUBLE
                            : HostState.WELL;
                    return new Attempt.PutOff(kept.every(), host);
                })
                .orElse(new Attempt.PutOff(NEVER, HostState.WELL));
    }

    /**
     * An answer that something of the scraper's stumbles over is the channel's failure, and is told as such; that its database is
     * away, or that it is to stop, is not.
     */
    private Poll ask(Channels.Polled polled) {
        Channel channel = polled.channel();
        try {
            return poll(channel, polled.selection(), answer(channel));
        } catch (FetchInterruptedException e) {
            throw e;
        } catch (Throwable e) {
            if (DatabaseTrouble.of(e).passes()) {
                throw e;
            }
            LOG.warnf(e, "channel not read, url=%s", channel.url());
            return unreadable("a fault of the scraper, told in its log: " + e);
        }
    }

    /** What a channel answered. */
    private sealed interface Answer {
        /** @param document what its body is read to be; the body is not needed any more */
        record Read(URI url, Document document, Channel.Validators validators, Duration wished) implements Answer {}

        record Same(Channel.Validators validators, Duration wished) implements Answer {}

        record None(FetchResult result) implements Answer {}
    }

    /** The body's memory is given back before anything else is fetched, which would wait for memory in its turn. */
    private Answer answer(Channel channel) {
        Channel.Validators known = channel.validators();
        Get get = new Get(channel.url().toString(), List.of(), known.entityTag(), known.lastModified());
        try (BodyMemory.Share memory = client.memory()) {
            FetchResult result = client.fetch(get, memory);
            return switch (result) {
                case FetchResult.NotModified same -> new Answer.Same(known, wished(same.headers()));
                case FetchResult.Fetched fetched -> answer(known, fetched);
                case FetchResult.CutOff cut -> answer(cut);
                default -> new Answer.None(result);
            };
        }
    }

    /** What arrived counts, and nothing is remembered of it, so that the next poll asks for all of it. */
    private Answer answer(FetchResult.CutOff cut) {
        FetchResult.Fetched beginning = cut.beginning();
        return documents.read(beginning) instanceof Document.Listing listing
                        && !listing.entries().isEmpty()
                ? new Answer.Read(beginning.url(), listing, Channel.Validators.NONE, Duration.ZERO)
                : new Answer.None(cut);
    }

    private Answer answer(Channel.Validators known, FetchResult.Fetched fetched) {
        byte[] digest = digest(fetched.body());
        Channel.Validators validators = new Channel.Validators(
                fetched.headers().first("ETag"), fetched.headers().first("Last-Modified"), Optional.of(digest));
        Duration wished = wished(fetched.headers());
        boolean same = known.digest()
                .map(before -> MessageDigest.isEqual(before, digest))
                .orElse(false);
        return same
                ? new Answer.Same(validators, wished)
                : new Answer.Read(fetched.url(), documents.read(fetched), validators, wished);
    }

    private Poll poll(Channel channel, Selection selection, Answer answer) {
        return switch (answer) {
            case Answer.Same(Channel.Validators validators, Duration wished) -> new Poll.Unchanged(validators, wished);
            case Answer.Read read -> poll(channel, selection, read);
            case Answer.None(FetchResult result) -> failed(result);
        };
    }

    private static Poll.Failed failed(FetchResult result) {
        FetchAccount account = FetchAccount.of(result);
        if (result instanceof FetchResult.ErrorStatus error) {
            Duration wished =
                    ServerWish.retryAfter(error.headers(), Instant.now()).orElse(Duration.ZERO);
            return new Poll.Failed(
                    account.detail(), error.status() == GONE ? Poll.Failed.Kind.GONE : kind(account), wished);
        }
        return new Poll.Failed(account.detail(), kind(account), Duration.ZERO);
    }

    private static Poll.Failed.Kind kind(FetchAccount account) {
        return account.transience() == FetchAccount.Transience.PASSING
                ? Poll.Failed.Kind.PASSING
                : Poll.Failed.Kind.LASTING;
    }

    private Poll poll(Channel channel, Selection selection, Answer.Read answer) {
        Duration wished = answer.wished();
        return switch (answer.document()) {
            case Document.Listing listing ->
                new Poll.Told(
                        listing.kind(),
                        Triage.wanted(listing, answer.url(), selection),
                        answer.validators(),
                        listing instanceof Document.Feed feed
                                ? longer(wished, feed.atMostEvery().orElse(wished))
                                : wished);
            case Document.SitemapIndex index -> new Poll.Indexed(index.children(), answer.validators(), wished);
            case Document.Page page -> page(channel, answer.url(), page);
            case Document.Unreadable unreadable -> unreadable(unreadable.why());
        };
    }

    private Poll page(Channel channel, URI answered, Document.Page page) {
        if (channel.kind() != ChannelKind.UNDISCOVERED) {
            return unreadable("a page, where a feed or a sitemap was");
        }
        return switch (discovery.around(answered, page)) {
            case Discovery.Found.Channels(List<URI> found) -> new Poll.Discovered(found);
            case Discovery.Found.Nothing(String why) -> unreadable(why);
            case Discovery.Found.Trouble(String why) -> new Poll.Failed(why, Poll.Failed.Kind.PASSING, Duration.ZERO);
        };
    }

    private static Poll.Failed unreadable(String why) {
        return new Poll.Failed(why, Poll.Failed.Kind.LASTING, Duration.ZERO);
    }

    private static Duration wished(Headers headers) {
        return ServerWish.fresh(headers, Instant.now()).orElse(Duration.ZERO);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static byte[] digest(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    private void count(Poll poll, Channels.Kept kept) {
        String result = switch (poll) {
            case Poll.Unchanged same -> "unchanged";
            case Poll.Told told -> "read";
            case Poll.Indexed indexed -> "read";
            case Poll.Discovered discovered -> "discovered";
            case Poll.Failed failed -> "failed";
        };
        meters.counter("onrecord.polls", "result", result).increment();
        meters.counter("onrecord.stories", "found", "new").increment(kept.fresh());
        meters.counter("onrecord.stories", "found", "changed").increment(kept.changed());
        meters.counter("onrecord.stories", "found", "too-old").increment(kept.tooOld());
    }

    private void forget() {
        long last = forgot.get();
        long now = System.nanoTime();
        if (now - last > FORGET_EVERY.toNanos() && forgot.compareAndSet(last, now)) {
            channels.forgetStories();
        }
    }
}
