package org.onrecord.benchmarks.quote;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Documents per CPU second from text to quotations, one thread, warmed by one pass over them.
 *
 * <p>{@code Speed GOLD/quotes/polnear.dev.jsonl}
 */
public final class Speed {
    private static final int PASSES = 3;

    private Speed() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            System.err.println("usage: Speed TEXTS.jsonl");
            System.exit(2);
        }
        List<String> texts = texts(Path.of(arguments[0]));
        QuoteLine line = new QuoteLine();
        texts.forEach(line::count);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        int found = 0;
        for (int pass = 0; pass < PASSES; pass++) {
            for (String text : texts) {
                found += line.count(text);
            }
        }
        double seconds = (threads.getCurrentThreadCpuTime() - start) / 1e9;
        System.out.printf(
                "%.1f documents per CPU second, %d quotations in %d documents%n",
                PASSES * texts.size() / seconds, found / PASSES, texts.size());
    }

    private static List<String> texts(Path file) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<String> texts = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            texts.add(mapper.readTree(line).get("text").textValue());
        }
        return texts;
    }
}
