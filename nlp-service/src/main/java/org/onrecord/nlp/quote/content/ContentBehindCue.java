package org.onrecord.nlp.quote.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.onrecord.nlp.quote.content.ContentCandidate.Span;
import org.onrecord.nlp.quote.cue.Cue;
import org.onrecord.nlp.quote.cue.CueLexicon.Frame;
import org.onrecord.nlp.quote.reading.FiniteVerb;
import org.onrecord.nlp.quote.reading.NounPhrases;
import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.reading.WordClass;
import org.onrecord.nlp.quote.weight.TraitVector;

/** Content that follows its cue: {@code Kerry said on Tuesday that …}, from each likely start to each likely end. */
final class ContentBehindCue {

    private static final int MOST_ENDS = 24;
    private static final int WINDOW = 16;
    private static final Set<String> FINITE_TAGS = Set.of("VBD", "VBZ", "VBP", "MD");
    private static final Set<String> OBJECT_PRONOUNS = Set.of("me", "him", "us", "them");

    private final Scene scene;
    private final Reading reading;
    private final Cue cue;
    private final int rest;
    private final EndTraits ends;
    private final boolean behindClause;
    private final boolean fronted;
    private final boolean modifies;
    private final List<ContentCandidate> found = new ArrayList<>();

    ContentBehindCue(Scene scene) {
        this.scene = scene;
        this.reading = scene.reading;
        this.cue = scene.cue;
        this.rest = scene.rest;
        this.ends = new EndTraits(scene);
        this.behindClause = scene.behindClause();
        this.fronted = scene.inFrontedClause();
        this.modifies = scene.inModifier();
    }

    List<ContentCandidate> find() {
        int end = scene.last;
        if (rest >= end) {
            return found;
        }
        WordClass first = reading.classAt(rest);
        if (reading.opensStretch(rest)) {
            afterFrom(rest, ContentTrait.AFTER_QUOTE_MARK);
        } else if (first == WordClass.COMMA) {
            afterFrom(
                    rest + 1,
                    reading.opensStretch(rest + 1) ? ContentTrait.AFTER_QUOTE_MARK : ContentTrait.AFTER_COMMA);
        } else if (first == WordClass.COLON) {
            afterFrom(rest + 1, ContentTrait.COLON);
        } else if (!lacksObject() && !hasPronounAlone()) {
            afterFrom(rest, reading.wordAt(rest).equals("that") ? ContentTrait.THAT_AT_ONCE : ContentTrait.AFTER);
        }
        afterMarks(end);
        int adjunct = scene.skipTime(rest);
        if (adjunct > rest) {
            afterFrom(reading.classAt(adjunct) == WordClass.COMMA ? adjunct + 1 : adjunct, ContentTrait.AFTER_ADJUNCT);
        }
        if (cue.entry().takes(Frame.ADDRESSEE)) {
            int addressee = scene.skipTime(NounPhrases.endOf(reading, rest, end));
            if (addressee > rest) {
                afterFrom(addressee, ContentTrait.AFTER_ADDRESSEE);
            }
        }
        return found;
    }

    /** {@code whom the mayor had long accused of waste}: the object stands before its verb, and nothing is told anew. */
    private boolean lacksObject() {
        if (!scene.objectOnly || reading.classAt(rest) != WordClass.PREPOSITION) {
            return false;
        }
        for (int i = rest; i < Math.min(rest + WINDOW, scene.last); i++) {
            if (reading.quoted(i)) {
                return false;
            }
        }
        return true;
    }

    /** "There, I said it", "after he said them": no words, but something that stands for them. */
    private boolean hasPronounAlone() {
        return !cue.entry().takes(Frame.OBJECT)
                && !reading.capitalised(rest)
                && (OBJECT_PRONOUNS.contains(reading.wordAt(rest))
                        || reading.wordAt(rest).equals("it")
                                && (rest + 1 >= scene.last || reading.classAt(rest + 1) == WordClass.COMMA));
    }

    private void afterMarks(int end) {
        boolean that = false;
        boolean quote = false;
        boolean colon = false;
        int commas = 0;
        for (int i = rest + 1; i < Math.min(end, rest + WINDOW); i++) {
            if (!that && reading.lower[i].equals("that") && !reading.quoted(i)) {
                afterFrom(i, ContentTrait.THAT_LATER);
                that = true;
            } else if (!colon && reading.classes[i] == WordClass.COLON && !reading.quoted(i)) {
                afterFrom(i + 1, ContentTrait.COLON);
                colon = true;
            } else if (!quote && reading.opensStretch(i)) {
                afterFrom(i, ContentTrait.LATER_QUOTE_MARK);
                quote = true;
            } else if (reading.classes[i] == WordClass.COMMA && !reading.quoted(i) && commas++ < 2) {
                afterFrom(i + 1, ContentTrait.AFTER_LATER_COMMA);
            }
        }
    }

    private void afterFrom(int from, ContentTrait opening) {
        int last = scene.last;
        if (from >= last) {
            return;
        }
        int count = 0;
        FiniteVerb verb = new FiniteVerb(reading, from);
        boolean finite = false;
        for (int end = from + 1; end <= last && count < MOST_ENDS; end++) {
            ContentTrait trait = end == last ? ContentTrait.END_SENTENCE : Boundaries.before(scene, end);
            finite = verb.stands(end);
            if (trait != null) {
                add(from, end, opening, trait, finite);
                count++;
            }
        }
        if (count == MOST_ENDS) {
            add(from, last, opening, ContentTrait.END_SENTENCE, true);
        }
    }

    private boolean isMainVerb(int i) {
        return !reading.quoted(i) && FINITE_TAGS.contains(reading.tokens.get(i).tag());
    }

    private void add(int from, int end, ContentTrait opening, ContentTrait ending, boolean finite) {
        TraitVector<ContentTrait> traits = new TraitVector<>(ContentTrait.class);
        traits.set(ContentTrait.AFTER, true);
        traits.set(opening, true);
        traits.set(ending, true);
        traits.set(
                ContentTrait.THAT_AFTER_ADDRESSEE,
                opening == ContentTrait.THAT_LATER && cue.entry().takes(Frame.ADDRESSEE));
        WordClass mark = reading.classAt(from - 1);
        traits.set(
                ContentTrait.QUOTE_MARK_AFTER_COMMA,
                opening == ContentTrait.LATER_QUOTE_MARK && (mark == WordClass.COMMA || mark == WordClass.COLON));
        traits.set(ContentTrait.AFTER_SHORT, end - from < 3 && !reading.quoted(from));
        boolean object = cue.entry().takes(Frame.OBJECT);
        traits.set(ContentTrait.OBJECT_FRAME_WITHOUT_VERB, !finite && object);
        traits.set(ContentTrait.CLAUSE_FRAME_WITHOUT_VERB, !finite && !object);
        traits.set(ContentTrait.VERBLESS_BEHIND_CLAUSE, behindClause && !finite && !reading.quoted(from));
        traits.set(
                ContentTrait.ACCORDING_THEN_COMMA,
                cue.form() == Cue.Form.ACCORDING
                        && cue.from() == scene.sentence.from()
                        && reading.classAt(from - 1) == WordClass.COMMA);
        WordClass start = reading.classes[from];
        boolean infinitive = start == WordClass.TO && cue.entry().takes(Frame.INFINITIVE);
        traits.set(
                ContentTrait.PREPOSITION_STARTS,
                start == WordClass.PREPOSITION || start == WordClass.TO && !infinitive);
        traits.set(ContentTrait.THAT_WITHOUT_VERB, reading.wordAt(from).equals("that") && !finite);
        traits.set(
                ContentTrait.MARK_STARTS,
                start == WordClass.COMMA || start == WordClass.COORDINATOR || start == WordClass.DASH);
        ends.describe(traits, from, end, ending, finite);
        boolean comma = reading.classAt(end) == WordClass.COMMA && !reading.quoted(end);
        traits.set(ContentTrait.END_OF_SUBORDINATE, fronted && comma && scene.clauseFollows(end, scene.sentence.to()));
        traits.set(
                ContentTrait.END_BEFORE_MAIN_VERB,
                modifies
                        && (comma || reading.classAt(end) == WordClass.DASH)
                        && end + 1 < scene.last
                        && isMainVerb(end + 1));
        boolean quotes = reading.opensStretch(from);
        traits.set(ContentTrait.QUOTED_PAST_THE_MARK, quotes && reading.stretchEnd(from) < end);
        found.add(new ContentCandidate(List.of(new Span(from, end)), traits.values()));
    }
}
