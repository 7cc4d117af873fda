package org.onrecord.nlp.name;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import org.onrecord.contracts.EntityType;
import org.onrecord.nlp.document.Document;
import org.onrecord.nlp.document.Sentence;
import org.onrecord.nlp.document.Token;
import org.onrecord.nlp.name.label.Labels;
import org.onrecord.nlp.name.label.TaggedName;

/** Finds names with a {@link NameTagger}. Immutable and thread-safe; time grows linearly with the document. */
public final class TaggerNameFinder implements NameFinder {
    private static final String MODEL = "names.model";
    private static final int LONGEST_INITIALS = 4;

    private final NameTagger tagger;

    public TaggerNameFinder(NameTagger tagger) {
        this.tagger = tagger;
    }

    /**
     * Loads the model that comes with Onrecord.
     *
     * @throws IllegalStateException if it is not on the class path
     * @throws UncheckedIOException if it cannot be read
     */
    public static TaggerNameFinder load() {
        return new TaggerNameFinder(loadTagger());
    }

    /** Loads the tagger that comes with Onrecord; see {@link #load()}. */
    public static NameTagger loadTagger() {
        try (InputStream stream = TaggerNameFinder.class.getResourceAsStream(MODEL)) {
            if (stream == null) {
                throw new IllegalStateException("The model " + MODEL + " is not on the class path");
            }
            return new NameTagger(TaggerModel.read(new BufferedInputStream(stream, 1 << 16)));
        } catch (IOException e) {
            throw new UncheckedIOException("The model " + MODEL + " cannot be read", e);
        }
    }

    @Override
    public List<Name> find(Document document) {
        List<List<String>> words = new ArrayList<>(document.sentences().size());
        for (Sentence sentence : document.sentences()) {
            words.add(document.tokens().subList(sentence.firstToken(), sentence.endToken()).stream()
                    .map(Token::text)
                    .toList());
        }
        List<int[]> labels = tagger.tag(words);
        List<Name> names = new ArrayList<>();
        for (int s = 0; s < labels.size(); s++) {
            int first = document.sentences().get(s).firstToken();
            for (TaggedName name : Labels.names(labels.get(s))) {
                int start = document.tokens().get(first + name.start()).start();
                int end = document.tokens().get(first + name.end() - 1).end();
                if (name.type() < EntityType.values().length && !isTurnLabel(document.text(), start, end)) {
                    names.add(new Name(start, end, EntityType.values()[name.type()]));
                }
            }
        }
        return List.copyOf(names);
    }

    /** "((WN)) What happened?": the initials of who asks, whose name the transcript gives elsewhere. */
    private static boolean isTurnLabel(String text, int start, int end) {
        return end - start <= LONGEST_INITIALS
                && text.startsWith("))", end)
                && text.startsWith("((", start - 2)
                && text.substring(start, end).chars().allMatch(Character::isUpperCase);
    }
}
