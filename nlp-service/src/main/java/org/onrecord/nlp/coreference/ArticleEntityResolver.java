package org.onrecord.nlp.coreference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.onrecord.contracts.Entity;
import org.onrecord.contracts.EntityType;
import org.onrecord.contracts.MentionKind;
import org.onrecord.nlp.coreference.Entities.EntityMention;
import org.onrecord.nlp.document.Document;
import org.onrecord.nlp.name.Name;
import org.onrecord.nlp.weight.Weights;

/**
 * Resolves by rules: names to names by their words, titles and appositives to roles, descriptions by role, pronouns by
 * number, shown gender and nearness. Stateless and thread-safe.
 */
public final class ArticleEntityResolver implements EntityResolver {
    /** The share of names that were put to the right one in annotated news. */
    private static final double NAMED = 0.98;

    private final Weights pronouns;

    /** With the weights that are shipped. */
    public ArticleEntityResolver() {
        this(Pronouns.shipped());
    }

    /** @param pronouns weights of the traits of those whom "he" and "she" may mean, see {@link PronounEvidence#traitNames} */
    public ArticleEntityResolver(Weights pronouns) {
        this.pronouns = pronouns;
    }

    @Override
    public Entities resolve(Document document, List<Name> names) {
        List<EntityDraft> drafts = drafts(document, names);
        Map<EntityDraft, Integer> ids = new HashMap<>();
        List<Entity> entities = new ArrayList<>();
        List<EntityMention> found = new ArrayList<>();
        for (EntityDraft draft : drafts) {
            int id = entities.size();
            ids.put(draft, id);
            entities.add(draft.entity(id));
            for (NameMention name : draft.names()) {
                found.add(new EntityMention(name.start(), name.end(), MentionKind.NAME, id, NAMED));
            }
        }
        for (Reference reference : References.of(document, drafts, pronouns)) {
            found.add(new EntityMention(
                    reference.start(),
                    reference.end(),
                    reference.kind(),
                    ids.get(reference.draft()),
                    reference.certainty()));
        }
        found.sort(Comparator.comparingInt(EntityMention::start).thenComparingInt(m -> -m.end()));
        return new Entities(List.copyOf(entities), List.copyOf(found));
    }

    /** Those who are named, each with the roles that stand beside its names; in the order of their first names. */
    static List<EntityDraft> drafts(Document document, List<Name> names) {
        List<EntityDraft> drafts = NameGroups.of(document.text(), NameMentions.of(document, names));
        for (EntityDraft draft : drafts) {
            if (draft.type == EntityType.PERSON) {
                draft.names().forEach(name -> draft.roles.addAll(Roles.around(document, name)));
            }
        }
        return drafts;
    }
}
