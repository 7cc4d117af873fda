package org.onrecord.api.trace;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.panache.common.Sort;

import org.onrecord.api.request.RequestEntity;
import org.onrecord.api.trace.KnownOutcomes.Known;
import org.onrecord.contracts.OutcomeReason;
import org.onrecord.contracts.Stage;
import org.onrecord.database.Database;
import org.onrecord.database.Sql;

/** Tells what became of a story. */
@ApplicationScoped
public class Traces {

    private final Database database;
    private final KnownOutcomes knownOutcomes;
    private final ObjectMapper words;

    Traces(Database database, KnownOutcomes knownOutcomes, ObjectMapper words) {
        this.knownOutcomes = knownOutcomes;
        this.database = database;
        this.words = words;
    }

    /** Of a request; empty if nobody asked and no stage tells of it. */
    @Transactional
    public Optional<Trace> ofRequest(UUID requestId) {
        Optional<RequestEntity> request = RequestEntity.findByIdOptional(requestId);
        List<Known> known = knownOutcomes.ofRequest(requestId, Trace.MOST_OUTCOMES);
        if (request.isEmpty() && known.isEmpty()) {
            return Optional.empty();
        }
        String url = request.map(asked -> asked.url).orElseGet(() -> url(known));
        return Optional.of(trace(url, requestId, outcomes(known), List.of()));
    }

    /** Of a URL, by the newest request for it; empty if nobody asked for it and no article is known under it. */
    @Transactional
    public Optional<Trace> ofUrl(String url) {
        UUID key = UrlKey.of(url);
        Optional<RequestEntity> request = newestRequest(key);
        List<UUID> articleIds = articlesUnder(key);
        List<Known> known = knownOutcomes.ofUrl(key, articleIds, Trace.MOST_OUTCOMES);
        if (request.isEmpty() && known.isEmpty() && articleIds.isEmpty()) {
            return Optional.empty();
        }
        List<TraceOutcome> outcomes = outcomes(known);
        return Optional.of(trace(url, newest(request, outcomes), outcomes, articleIds));
    }

    /** An outcome may tell of a request that this service did not take. */
    private static UUID newest(Optional<RequestEntity> request, List<TraceOutcome> outcomes) {
        UUID told = outcomes.isEmpty() ? null : outcomes.getLast().requestId();
        return request.filter(asked -> outcomes.stream()
                        .noneMatch(outcome -> outcome.at().isAfter(asked.requestedAt)
                                && !asked.requestId.equals(outcome.requestId())))
                .map(asked -> asked.requestId)
                .orElse(told);
    }

    private Trace trace(String url, UUID requestId, List<TraceOutcome> outcomes, List<UUID> articleIds) {
        Optional<TraceOutcome> ending = requestId == null ? Optional.empty() : Ending.of(outcomes, requestId);
        UUID articleId = Stream.concat(
                        outcomes.reversed().stream()
                                .filter(outcome -> Objects.equals(outcome.requestId(), requestId))
                                .map(TraceOutcome::articleId)
                                .filter(Objects::nonNull),
                        articleIds.stream())
                .filter(this::isStored)
                .findFirst()
                .orElse(null);
        String status = ending.map(last -> words.convertValue(last.reason(), String.class))
                .orElseGet(() -> requestId == null ? untold(articleId, articleIds) : Trace.PENDING);
        return new Trace(status, url, requestId, articleId, outcomes);
    }

    /** Of an article whose outcomes were forgotten, or never came: it is stored, or was. */
    private String untold(@Nullable UUID stored, List<UUID> articleIds) {
        return words.convertValue(
                stored == null && !articleIds.isEmpty() ? OutcomeReason.TAKEN_DOWN : OutcomeReason.STORED,
                String.class);
    }

    private boolean isStored(UUID articleId) {
        return database.first(
                        new Sql().add("SELECT 1 FROM article WHERE article_id = ? AND version IS NOT NULL", articleId),
                        row -> true)
                .isPresent();
    }

    private List<UUID> articlesUnder(UUID urlKey) {
        return database.list(
                new Sql().add("SELECT article_id FROM article_url WHERE url_key = ? ORDER BY article_id", urlKey),
                row -> row.getColumn("article_id", UUID.class));
    }

    private static Optional<RequestEntity> newestRequest(UUID urlKey) {
        return RequestEntity.find("urlKey", Sort.descending("requestedAt", "requestId"), urlKey)
                .firstResultOptional();
    }

    private static String url(List<Known> known) {
        return known.stream()
                .map(Known::url)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private List<TraceOutcome> outcomes(List<Known> known) {
        return known.stream()
                .map(outcome -> new TraceOutcome(
                        outcome.requestId(),
                        words.convertValue(outcome.stage(), Stage.class),
                        words.convertValue(outcome.reason(), OutcomeReason.class),
                        outcome.detail(),
                        outcome.at(),
                        outcome.articleId(),
                        outcome.version()))
                .sorted(Ending.IN_ORDER)
                .toList();
    }
}
