package org.onrecord.api.saved;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.onrecord.api.access.Callers;
import org.onrecord.chassis.problem.ProblemException;
import org.onrecord.chassis.problem.ProblemType;

/** Keeps searches; everybody sees their own. To be asked while a request is answered. Blocks; thread-safe. */
@ApplicationScoped
public class SavedSearches {

    /** Each may have alerts, whose filters are compared with every new quote. */
    private static final int MOST_OF_A_KEY = 200;

    /** Whose searches are where nobody needs a key. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final Callers callers;
    private final Question question;

    SavedSearches(Callers callers, Question question) {
        this.callers = callers;
        this.question = question;
    }

    /** Who asks, as the owner of what is saved. */
    public UUID owner() {
        return callers.id().orElse(NOBODY);
    }

    /** Those of the key that asks, the oldest first. */
    @Transactional
    public List<SavedSearch> list() {
        return SavedSearchEntity.<SavedSearchEntity>list("owner = ?1 order by createdAt, searchId", owner()).stream()
                .map(SavedSearch::of)
                .toList();
    }

    /** @throws ProblemException if the key that asks has no such search */
    @Transactional
    public SavedSearch get(UUID id) {
        return SavedSearch.of(own(id));
    }

    /** Whoever's it is: an id that nobody can guess is shown. */
    @Transactional
    public Optional<SavedSearch> ofAnybody(UUID id) {
        return SavedSearchEntity.<SavedSearchEntity>findByIdOptional(id).map(SavedSearch::of);
    }

    /** @throws ProblemException if it is none, or the key that asks has too many */
    @Transactional
    public SavedSearch save(NewSearch search) {
        String name = search.checkedName()
                .orElseThrow(() -> ProblemException.invalid("name", "must be given: what the search is called"));
        String query = search.checkedQuery(question).orElse("");
        if (SavedSearchEntity.count("owner", owner()) >= MOST_OF_A_KEY) {
            throw new ProblemException(
                    ProblemType.TOO_MUCH_AT_ONCE,
                    "A key may have " + MOST_OF_A_KEY + " saved searches: delete one that is no longer needed.");
        }
        SavedSearchEntity row = new SavedSearchEntity();
        row.searchId = UUID.randomUUID();
        row.owner = owner();
        row.name = name;
        row.query = query;
        row.createdAt = now();
        row.changedAt = row.createdAt;
        row.persist();
        return SavedSearch.of(row);
    }

    /** Changes what is given. @throws ProblemException if it is none, or there is no such search */
    @Transactional
    public SavedSearch change(UUID id, NewSearch change) {
        SavedSearchEntity row = own(id);
        change.checkedName().ifPresent(name -> row.name = name);
        change.checkedQuery(question).ifPresent(query -> row.query = query);
        row.changedAt = now();
        return SavedSearch.of(row);
    }

    /** Deletes it with its alerts. @throws ProblemException if there is no such search */
    @Transactional
    public void delete(UUID id) {
        own(id).delete();
    }

    private SavedSearchEntity own(UUID id) {
        return SavedSearchEntity.<SavedSearchEntity>find("searchId = ?1 and owner = ?2", id, owner())
                .firstResultOptional()
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "This key has no saved search of this id. See /v1/searches."));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
