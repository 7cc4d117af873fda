package org.onrecord.kubernetes;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Who may speak with whom. */
class NetworkPoliciesTest {
    private static final Overlay PRODUCTION = new Overlay("production");

    @ParameterizedTest
    @CsvSource({
        "93.184.215.14, true",
        "2606:2800:21f:cb07:6820:80da:af6b:8b2c, true",
        "10.1.2.3, false",
        "172.16.0.1, false",
        "192.168.1.1, false",
        "127.0.0.1, false",
        "100.64.0.1, false",
        "169.254.169.254, false",
        "0.0.0.0, false",
        "224.0.0.1, false",
        "255.255.255.255, false",
        "::1, false",
        "fd00:ec2::254, false",
        "fe80::1, false",
        "ff02::1, false",
        "64:ff9b::a00:1, false",
        "2002:a00:1::, false",
    })
    void theScraperAndTheAlertsOfTheApiReachTheWebAlone(String address, boolean reachable) throws Exception {
        InetAddress asked = InetAddress.getByName(address);

        for (String service : List.of("scraper-service", "api-service")) {
            boolean allowed = blocks(service).stream().anyMatch(block -> allows(block, asked));

            assertThat(allowed).as(service).isEqualTo(reachable);
        }
    }

    @Test
    void theReaderReachesKafkaAlone() {
        assertThat(peers("nlp-service")).containsExactly("strimzi.io/name=onrecord-kafka");
    }

    @Test
    void withinTheClusterTheApiReachesItsDatabaseKafkaAndTheOtherServices() {
        assertThat(peers("api-service"))
                .containsExactlyInAnyOrder(
                        "strimzi.io/name=onrecord-kafka",
                        "cnpg.io/cluster=onrecord-postgresql",
                        "app.kubernetes.io/name=scraper-service",
                        "app.kubernetes.io/name=nlp-service");
    }

    @ParameterizedTest
    @MethodSource("org.onrecord.kubernetes.Overlay#all")
    void everyServiceHasAPolicyAndTheRestIsDenied(Overlay overlay) {
        assertThat(overlay.manifests("NetworkPolicy").stream().map(Manifest::name))
                .contains("default-deny", "scraper-service", "nlp-service", "api-service");
        assertThat(overlay.manifests("Deployment"))
                .allSatisfy(deployment -> assertThat(deployment.texts("/spec/template/metadata/labels"))
                        .containsAllEntriesOf(overlay.manifest("NetworkPolicy", "default-deny")
                                .texts("/spec/podSelector/matchLabels")));
    }

    private static Set<String> peers(String service) {
        return egress(service).stream()
                .flatMap(rule -> StreamSupport.stream(rule.path("to").spliterator(), false))
                .map(peer -> peer.at("/podSelector/matchLabels"))
                .flatMap(labels -> labels.properties().stream())
                .map(label -> label.getKey() + "=" + label.getValue().asText())
                .collect(Collectors.toSet());
    }

    private static List<JsonNode> blocks(String service) {
        return egress(service).stream()
                .flatMap(rule -> StreamSupport.stream(rule.path("to").spliterator(), false))
                .filter(peer -> peer.has("ipBlock"))
                .map(peer -> peer.path("ipBlock"))
                .toList();
    }

    private static List<JsonNode> egress(String service) {
        return PRODUCTION
                .manifest("NetworkPolicy", service)
                .elements("/spec/egress")
                .toList();
    }

    private static boolean allows(JsonNode block, InetAddress address) {
        return contains(block.path("cidr").asText(), address)
                && StreamSupport.stream(block.path("except").spliterator(), false)
                        .noneMatch(except -> contains(except.asText(), address));
    }

    private static boolean contains(String cidr, InetAddress address) {
        try {
            String[] parts = cidr.split("/");
            byte[] network = InetAddress.getByName(parts[0]).getAddress();
            byte[] asked = address.getAddress();
            int host = 8 * network.length - Integer.parseInt(parts[1]);
            return network.length == asked.length
                    && new BigInteger(1, network).shiftRight(host).equals(new BigInteger(1, asked).shiftRight(host));
        } catch (UnknownHostException e) {
            throw new AssertionError(cidr + " is no network", e);
        }
    }
}
