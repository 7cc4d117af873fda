package org.onrecord.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SystemResolverTest {

    /** One feed may name thousands of hosts. */
    @Test
    void namesThatNobodyAnswersForKeepNoNameWaitingThatHadAnAddressBefore() throws Exception {
        InetAddress address = InetAddress.getByName("93.184.215.14");
        CountDownLatch asked = new CountDownLatch(SystemResolver.MOST_STRANGERS);
        CountDownLatch end = new CountDownLatch(1);
        try (SystemResolver resolver = new SystemResolver(Duration.ofSeconds(20), host -> {
            if (host.startsWith("lame")) {
                asked.countDown();
                await(end);
            }
            return List.of(address);
        })) {
            resolver.resolve("news.example");
            for (int i = 0; i < 3 * SystemResolver.MOST_STRANGERS; i++) {
                String host = "lame" + i + ".example";
                Thread.ofVirtual().start(() -> ask(resolver, host));
            }
            asked.await();

            assertThat(resolver.resolve("news.example")).containsExactly(address);
        } finally {
            end.countDown();
        }
    }

    private static void ask(SystemResolver resolver, String host) {
        try {
            resolver.resolve(host);
        } catch (UnknownHostException | RejectedExecutionException e) {
            // Nobody answers for it, or the test has ended.
            return;
        }
    }

    private static void await(CountDownLatch end) throws UnknownHostException {
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new UnknownHostException("interrupted");
        }
    }
}
