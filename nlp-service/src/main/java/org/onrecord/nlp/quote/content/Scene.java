package org.onrecord.nlp.quote.content;

import java.util.BitSet;

import org.onrecord.nlp.document.Paragraph;
import org.onrecord.nlp.quote.cue.Cue;
import org.onrecord.nlp.quote.cue.CueLexicon.Frame;
import org.onrecord.nlp.quote.reading.NounPhrases;
import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.reading.TimeWords;
import org.onrecord.nlp.quote.reading.WordClass;
import org.onrecord.nlp.quote.speaker.SpeakerCandidate;
import org.onrecord.nlp.quote.speaker.SpeakerTrait;

/** A cue in its sentence, with its speaker: what the search for its content looks at. */
final class Scene {

    private static final int CUE_SOON = 8;

    final Reading reading;
    final Cue cue;
    final Reading.Range sentence;
    /** One past the last token of the sentence, its full stop left out. */
    final int last;
    /** Where the sentence goes on behind the cue, and behind the speaker if that follows it. */
    final int rest;
    /** The speaker, or null. */
    final SpeakerCandidate speaker;

    final boolean speakerAfter;
    /** Takes a noun phrase and no clause ("praised"). */
    final boolean objectOnly;

    final boolean behindClause;
    final boolean fronted;
    final boolean modifies;
    /** Whether the cue stands behind "who" or "which". */
    final boolean relative;

    final boolean inHeadline;

    private final BitSet cueTokens;

    Scene(Reading reading, Cue cue, SpeakerCandidate speaker, BitSet cueTokens) {
        this.reading = reading;
        this.cue = cue;
        this.speaker = speaker;
        this.cueTokens = cueTokens;
        this.sentence = reading.quoted(cue.from()) ? innerSentence() : reading.sentence(cue.from());
        this.speakerAfter = speaker != null
                && speaker.from() >= cue.to()
                && !speaker.has(SpeakerTrait.AFTER_FRONTED)
                && !speaker.has(SpeakerTrait.PASSIVE_AGENT);
        this.objectOnly = cue.entry().takes(Frame.OBJECT) && !cue.entry().takes(Frame.CLAUSE);
        this.rest = speakerAfter ? speaker.to() : cue.to();
        this.last = withoutFullStop();
        this.behindClause = behindClause();
        this.fronted = inFrontedClause();
        this.modifies = inModifier();
        this.relative = behindRelative();
        this.inHeadline =
                reading.document.paragraphs().get(sentence.paragraph()).kind() == Paragraph.Kind.HEADLINE;
    }

    /** Whether a main clause and a comma stand before speaker and cue: "He was ill, a friend said". */
    boolean behindClause() {
        WordClass first = reading.classAt(sentence.from());
        boolean fronted = first == WordClass.SUBORDINATOR
                || first == WordClass.PREPOSITION
                || first == WordClass.TO
                || first.isVerbal()
                || first == WordClass.RELATIVE;
        if (objectOnly || fronted) {
            return false;
        }
        int start = speaker != null && !speakerAfter && speaker.to() <= cue.from() ? speaker.from() : cue.from();
        int mark = start - 1;
        return mark > sentence.from()
                && reading.classAt(mark) == WordClass.COMMA
                && !reading.quoted(mark)
                && reading.hasFiniteVerb(sentence.from(), mark);
    }

    private int withoutFullStop() {
        int end = sentence.to();
        while (end > sentence.from() && !reading.quoted(end - 1) && reading.classAt(end - 1) == WordClass.STOP) {
            end--;
        }
        return end;
    }

    /** Whether the cue stands in a clause of time or reason that opens the sentence: "As he has often said that". */
    boolean inFrontedClause() {
        int first = sentence.from();
        while (first < cue.from()
                && (reading.classes[first] == WordClass.ADVERB || reading.classes[first] == WordClass.COORDINATOR)) {
            first++;
        }
        boolean participle = first == cue.from() && (cue.form() == Cue.Form.GERUND || cue.form() == Cue.Form.PASSIVE);
        if (reading.classAt(first) != WordClass.SUBORDINATOR && !participle && !asks(first)) {
            return false;
        }
        for (int i = first; i < cue.from(); i++) {
            if (reading.classes[i] == WordClass.COMMA) {
                return false;
            }
        }
        return true;
    }

    /** "Asked why, he shrugged", however it is tagged. */
    private boolean asks(int first) {
        return first == cue.from() && reading.lower[first].equals("asked") && !reading.quoted(first);
    }

    /** Whether the cue describes a noun: "the leaders who said", "an order telling schools". */
    boolean inModifier() {
        int before = cue.from() - 1;
        while (before > sentence.from()
                && (reading.classes[before] == WordClass.ADVERB || reading.classes[before] == WordClass.AUXILIARY)) {
            before--;
        }
        WordClass left = reading.classAt(before);
        boolean relative = left == WordClass.RELATIVE;
        return relative
                || cue.form() == Cue.Form.GERUND
                        && before > sentence.from()
                        && (left == WordClass.COMMA || left == WordClass.NOUN || left == WordClass.NAME);
    }

    private boolean behindRelative() {
        int before = cue.from() - 1;
        while (before > sentence.from()
                && (reading.classes[before] == WordClass.ADVERB || reading.classes[before] == WordClass.AUXILIARY)) {
            before--;
        }
        return reading.classAt(before) == WordClass.RELATIVE;
    }

    /** The sentence around a cue within a quotation, which may hold several. */
    private Reading.Range innerSentence() {
        Reading.Range whole = reading.sentence(cue.from());
        int stretch = reading.stretchOf[cue.from()];
        int from = cue.from();
        while (from > whole.from()
                && reading.stretchOf[from - 1] == stretch
                && reading.classes[from - 1] != WordClass.STOP
                && reading.classes[from - 1] != WordClass.QUOTE) {
            from--;
        }
        int inner = InnerQuotation.endBehind(reading, cue.to());
        if (inner > 0 && reading.classes[inner - 2] == WordClass.STOP) {
            return new Reading.Range(from, inner, whole.paragraph());
        }
        int to = Math.max(cue.to(), inner);
        while (to < whole.to()
                && reading.stretchOf[to] == stretch
                && reading.classes[to] != WordClass.STOP
                && !(reading.classes[to] == WordClass.QUOTE && reading.closesStretch(to))) {
            to++;
        }
        return new Reading.Range(from, to, whole.paragraph());
    }

    /** Whether a token lies within quotation marks that the cue does not stand in, past their opening. */
    boolean hidden(int token) {
        return reading.quoted(token)
                && !reading.opensStretch(token)
                && reading.stretchOf[token] != reading.stretchOf[cue.from()];
    }

    /** Past "on Tuesday", "earlier this week". */
    int skipTime(int from) {
        int i = from;
        if ((reading.wordAt(i).equals("on") || reading.wordAt(i).equals("in"))
                && TimeWords.isAdjunct(reading.wordAt(i + 1))) {
            i++;
        }
        while (TimeWords.isAdjunct(reading.wordAt(i))
                && !(reading.wordAt(i).equals("this") && !TimeWords.isAdjunct(reading.wordAt(i + 1)))) {
            i++;
        }
        return i;
    }

    /** The next quotation that opens at or behind a token in the sentence; -1 for none. */
    int quoteFrom(int from) {
        for (int i = from; i < last; i++) {
            if (reading.opensStretch(i) && reading.stretchOf[i] != reading.stretchOf[cue.from()]) {
                return i;
            }
        }
        return -1;
    }

    boolean isCue(int token) {
        return token >= 0 && cueTokens.get(token);
    }

    boolean cueSoonAfter(int from) {
        for (int i = from; i < Math.min(from + CUE_SOON, sentence.to()); i++) {
            if (!reading.quoted(i) && cueTokens.get(i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a subject and its verb follow, a coordinator before them skipped. */
    boolean clauseFollows(int end, int ceiling) {
        return verbOfClause(end, ceiling) >= 0;
    }

    /** The verb of the clause that follows; -1 where none does. */
    int verbOfClause(int end, int ceiling) {
        int i = end;
        while (i < ceiling && (reading.classes[i] == WordClass.COMMA || reading.classes[i] == WordClass.COORDINATOR)) {
            i++;
        }
        int subject = NounPhrases.endOf(reading, i, ceiling);
        while (subject < ceiling && reading.classes[subject] == WordClass.ADVERB) {
            subject++;
        }
        boolean clause = subject > i
                && subject < ceiling
                && (reading.classes[subject] == WordClass.VERB || reading.classes[subject] == WordClass.AUXILIARY);
        return clause ? subject : -1;
    }
}
