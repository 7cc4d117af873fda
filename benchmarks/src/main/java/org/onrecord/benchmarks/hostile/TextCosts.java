package org.onrecord.benchmarks.hostile;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Locale;
import java.util.UUID;

import com.fasterxml.jackson.databind.json.JsonMapper;

import org.onrecord.contracts.Article;
import org.onrecord.nlp.analysis.Analyser;
import org.onrecord.nlp.analysis.Annotations;
import org.onrecord.nlp.coreference.ArticleEntityResolver;
import org.onrecord.nlp.name.TaggerNameFinder;
import org.onrecord.nlp.quote.ReportedSpeechFinder;
import org.onrecord.nlp.sentence.OpenNlpDocumentReader;

/**
 * What the longest text that the line reads costs in each hostile form: seconds of the processor, the highest heap, how much was found, and the
 * bytes of what is told of it. Run it with the heap of the service: {@code TextCosts [CHARACTERS [FORM]]}.
 */
public final class TextCosts {
    private static final double MEGABYTE = 1 << 20;

    private TextCosts() {}

    public static void main(String[] arguments) {
        int length = arguments.length > 0 ? Integer.parseInt(arguments[0]) : Article.MAX_TEXT_LENGTH;
        Analyser analyser = analyser();
        JsonMapper json = new JsonMapper();
        analyser.analyse(
                UUID.randomUUID(),
                "en",
                "",
                TextForm.ALL.getFirst().characters().apply(20_000));
        System.out.printf("%-26s %8s %8s %9s %9s %9s%n", "form", "s", "MB heap", "quotes", "mentions", "MB told");
        for (TextForm form : TextForm.ALL) {
            if (arguments.length > 1 && !form.name().equals(arguments[1])) {
                continue;
            }
            String text = form.characters().apply(length);
            heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
            long start = cpu();
            Annotations read;
            try {
                read = analyser.analyse(UUID.randomUUID(), "en", "", text);
            } catch (RuntimeException | Error e) {
                System.out.printf(Locale.ROOT, "%-26s %8.1f %s%n", form.name(), (cpu() - start) / 1e9, e);
                continue;
            }
            double seconds = (cpu() - start) / 1e9;
            long told;
            try {
                told = json.writeValueAsBytes(read).length;
            } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
            System.out.printf(
                    Locale.ROOT,
                    "%-26s %8.1f %8.0f %9d %9d %9.1f%n",
                    form.name(),
                    seconds,
                    heapPools().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / MEGABYTE,
                    read.quotes().size(),
                    read.mentions().size(),
                    told / MEGABYTE);
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static Analyser analyser() {
        return new Analyser(
                OpenNlpDocumentReader.load(),
                TaggerNameFinder.load(),
                new ArticleEntityResolver(),
                new ReportedSpeechFinder());
    }

    private static java.util.stream.Stream<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP);
    }
}
