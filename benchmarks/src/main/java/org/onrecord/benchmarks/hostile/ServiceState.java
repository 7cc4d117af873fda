package org.onrecord.benchmarks.hostile;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;

import org.onrecord.local.ServiceProcess;

/**
 * What a service holds when nothing is to be done.
 *
 * @param heapMegabytes that are in use after a collection
 * @param threads that live
 */
public record ServiceState(long heapMegabytes, long threads) {
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(20);
    private static final double MEGABYTE = 1 << 20;

    /** @throws IOException if it cannot be asked */
    static ServiceState of(ServiceProcess service, HttpClient client) throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        new ProcessBuilder(jcmd.toString(), String.valueOf(service.pid()), "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        HttpRequest request = HttpRequest.newBuilder(service.origin().resolve("/q/metrics"))
                .timeout(ANSWERS_WITHIN)
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        double heap = 0;
        double threads = 0;
        for (String line : answer.body().split("\n")) {
            if (line.startsWith("jvm_memory_used_bytes{") && line.contains("area=\"heap\"")) {
                heap += value(line);
            } else if (line.startsWith("jvm_threads_live_threads")) {
                threads = value(line);
            }
        }
        if (threads == 0) {
            throw new IOException(request.uri() + " answered " + answer.statusCode() + " and has no threads");
        }
        return new ServiceState(Math.round(heap / MEGABYTE), Math.round(threads));
    }

    private static double value(String line) {
        return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
    }
}
