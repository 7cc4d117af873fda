package org.onrecord.nlp.coreference;

import java.util.Arrays;
import java.util.List;

import org.onrecord.nlp.document.Document;
import org.onrecord.nlp.document.Token;
import org.onrecord.nlp.name.Name;
import org.onrecord.nlp.weight.Weights;

/** What the resolver sees of each "he" and "she" before it decides, for fitting its weights. Thread-safe. */
public final class PronounEvidence {
    private static final Weights WEIGHTS = Pronouns.shipped();

    private PronounEvidence() {}

    /**
     * A pronoun.
     *
     * @param start first UTF-16 unit in the document's text
     * @param end one past the last
     * @param persons whom it may mean
     */
    public record Choice(int start, int end, List<Person> persons) {}

    /**
     * A person that a pronoun may mean.
     *
     * @param name the fullest
     * @param traits by the ordinals of {@link PronounTrait}
     */
    public record Person(String name, double[] traits) {}

    /**
     * The pronouns of a document in order, each with whom it may mean as the shipped weights found for those before it.
     *
     * @param names the names of the document, in order, not overlapping
     */
    public static List<Choice> of(Document document, List<Name> names) {
        List<EntityDraft> drafts = ArticleEntityResolver.drafts(document, names);
        return Pronouns.resolve(document, drafts, Descriptions.of(document, drafts), WEIGHTS).stream()
                .map(pronoun -> choice(document.tokens().get(pronoun.token()), pronoun))
                .toList();
    }

    private static Choice choice(Token token, Pronouns.Resolved pronoun) {
        return new Choice(
                token.start(),
                token.end(),
                pronoun.candidates().stream()
                        .map(c -> new Person(c.draft().entity(0).name(), c.traits()))
                        .toList());
    }

    /** The weights that are shipped, by ordinal. */
    public static Weights shipped() {
        return WEIGHTS;
    }

    /** The names of the traits, by ordinal. */
    public static List<String> traitNames() {
        return Arrays.stream(PronounTrait.values()).map(Enum::name).toList();
    }
}
