package org.onrecord.scraper.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.onrecord.chassis.clock.SteadyClock;
import org.onrecord.egress.BodyMemory;
import org.onrecord.egress.FetchResult;
import org.onrecord.egress.Get;
import org.onrecord.egress.GuardedHttpClient;
import org.onrecord.egress.HopGate;
import org.onrecord.scraper.rights.Reservation;
import org.onrecord.scraper.rights.Respect;
import org.onrecord.scraper.rights.SitePolicy;

/** What a guest owes a host before each request: to have read robots.txt, and to wait for its turn. Thread-safe. */
@ApplicationScoped
class Courtesy {

    private final GuardedHttpClient client;
    private final FetchSettings settings;
    private final HostTurns turns = new HostTurns(new SteadyClock());
    private final RobotsCache robots = new RobotsCache(new SteadyClock(), this::ask);
    private final PolicyCache policies = new PolicyCache(new SteadyClock(), this::askInTurn);
    private final boolean asksForPolicies;

    Courtesy(GuardedHttpClient client, FetchSettings settings) {
        this.client = client;
        this.settings = settings;
        this.asksForPolicies = Respect.parse(settings.respect()).includes(Reservation.TDM);
    }

    private Robots ask(URI file) {
        return Robots.of(askInTurn(file), settings.userAgent());
    }

    private FetchResult askInTurn(URI file) {
        HopGate inTurn = hop -> {
            await(hop, delay(hop));
            return Optional.empty();
        };
        try (BodyMemory.Share memory = client.memory().share()) {
            FetchResult answer = client.fetch(Get.of(file.toString(), List.of()), inTurn, memory);
            turns.leaveAlone(HostKey.of(file), delay(file));
            return answer;
        }
    }

    private Duration delay(URI url) {
        boolean own = settings.ownHosts().orElse(Set.of()).contains(url.getRawAuthority());
        return own ? Duration.ZERO : settings.hostDelay();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private void await(URI url, Duration delay) {
        Duration wait = turns.take(HostKey.of(url), delay);
        if (!wait.isPositive()) {
            return;
        }
        try {
            Thread.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FetchInterruptedException(e);
        }
    }

    /** The robots.txt that rules over a URL, asked for if it is not known. */
    Robots robots(URI url) {
        return robots.rulingOver(url);
    }

    /** What the site of a page that was fetched says of mining in a file of its own. */
    SitePolicy policy(URI page) {
        return policies.known(page);
    }

    /** How long it is until a host may be asked again. */
    Duration untilNextTurn(String url) {
        return turns.untilNext(HostKey.of(url));
    }

    /**
     * For one fetch; not thread-safe.
     *
     * @param page whether it is one of a page, of which the site may reserve the mining
     */
    Gate gate(boolean page) {
        return new Gate(page && asksForPolicies);
    }

    /** Bars what robots.txt forbids, and remembers if it could not be read. */
    final class Gate implements HopGate {

        private final boolean asksForPolicy;
        private Optional<FetchResult> unreachable = Optional.empty();
        private Runnable afterAnswer = () -> {};

        private Gate(boolean asksForPolicy) {
            this.asksForPolicy = asksForPolicy;
        }

        @Override
        public Optional<String> barred(URI url) {
            answered();
            Robots ruling = robots.rulingOver(url);
            unreachable = ruling.unreachable();
            if (!ruling.allows(url)) {
                return Optional.of("robots.txt of " + url.getRawAuthority() + " forbids " + url.getRawPath());
            }
            // Before the page is there: whoever has one in memory must not wait for more of it.
            if (asksForPolicy && ruling.allows(PolicyCache.file(url))) {
                policies.learn(url);
            }
            Duration delay = longer(delay(url), shorter(ruling.crawlDelay(), settings.maxCrawlDelay()));
            await(url, delay);
            afterAnswer = () -> turns.leaveAlone(HostKey.of(url), delay);
            return Optional.empty();
        }

        /** The last request was answered: the delay counts from here, however long it was on its way. */
        void answered() {
            afterAnswer.run();
            afterAnswer = () -> {};
        }

        /** Why robots.txt could not be read, if that is what barred the fetch. */
        Optional<FetchResult> unreachable() {
            return unreachable;
        }
    }
}
