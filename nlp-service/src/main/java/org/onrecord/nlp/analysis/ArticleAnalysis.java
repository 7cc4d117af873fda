package org.onrecord.nlp.analysis;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

/** Reads articles on the workers, within their limits, and counts. Thread-safe. */
@ApplicationScoped
public class ArticleAnalysis {
    private final Analyser analyser;
    private final AnalysisWorkers workers;
    private final AnalysisMetrics metrics;

    ArticleAnalysis(Analyser analyser, AnalysisWorkers workers, AnalysisMetrics metrics) {
        this.analyser = analyser;
        this.workers = workers;
        this.metrics = metrics;
    }

    /**
     * Reads an article when its turn comes; see {@link Analyser#analyse}.
     *
     * @throws AnalysisFailedException if this article cannot be read
     */
    public Annotations analyse(UUID articleId, String language, String title, String text) {
        return counted(workers::run, () -> analyser.analyse(articleId, language, title, text));
    }

    /**
     * Reads an article for a caller who waits; see {@link Analyser#analyse}.
     *
     * @throws AnalysersBusyException if there is too much to do already
     * @throws AnalysisFailedException if this article cannot be read
     */
    public Annotations analyseSoon(UUID articleId, String language, String title, String text) {
        return counted(workers::runSoon, () -> analyser.analyse(articleId, language, title, text));
    }

    private Annotations counted(Function<Callable<Annotations>, Annotations> worker, Callable<Annotations> analysis) {
        long start = System.nanoTime();
        try {
            Annotations annotations = worker.apply(analysis);
            metrics.analysed(annotations, Duration.ofNanos(System.nanoTime() - start));
            return annotations;
        } catch (AnalysisFailedException e) {
            metrics.failed(e, Duration.ofNanos(System.nanoTime() - start));
            throw e;
        }
    }
}
