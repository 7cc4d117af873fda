package org.onrecord.nlp.quote;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

import org.onrecord.nlp.quote.ContentCandidate.Span;
import org.onrecord.nlp.quote.CueLexicon.Frame;

/** Everything around a cue that may be what it reports, each with its traits. */
final class ContentCandidates {

    private static final int MOST_ENDS = 24;
    private static final int WINDOW = 16;
    private static final Set<String> TIME = Set.of(
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "today",
            "yesterday",
            "tonight",
            "recently",
            "earlier",
            "later",
            "then",
            "again",
            "repeatedly",
            "too",
            "afterward",
            "afterwards",
            "morning",
            "afternoon",
            "evening",
            "night",
            "week",
            "month",
            "year",
            "last",
            "this",
            "late",
            "early");

    private static final Set<String> DAYS = Set.of(
            "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today", "tonight");

    private final Reading reading;
    private final Cue cue;
    private final SpeakerCandidate speaker;
    private final BitSet cueTokens;
    private final Reading.Range sentence;
    private final boolean speakerAfter;
    private final int rest;
    private final boolean objectOnly;
    private boolean asBefore;
    private final List<ContentCandidate> found = new ArrayList<>();

    private ContentCandidates(Reading reading, Cue cue, SpeakerCandidate speaker, BitSet cueTokens) {
        this.reading = reading;
        this.cue = cue;
        this.speaker = speaker;
        this.cueTokens = cueTokens;
        this.sentence = reading.sentence(cue.from());
        this.speakerAfter =
                speaker != null && speaker.from() >= cue.to() && !speaker.has(SpeakerTrait.AFTER_FRONTED)
                && !speaker.has(SpeakerTrait.PASSIVE_AGENT);
        this.objectOnly = cue.entry().takes(Frame.OBJECT) && !cue.entry().takes(Frame.CLAUSE);
        this.rest = speakerAfter ? speaker.to() : cue.to();
    }

    static List<ContentCandidate> around(Reading reading, Cue cue, SpeakerCandidate speaker, BitSet cueTokens) {
        ContentCandidates candidates = new ContentCandidates(reading, cue, speaker, cueTokens);
        candidates.after();
        candidates.before();
        candidates.passive();
        return candidates.found;
    }

    private int lastOf(int to) {
        int end = to;
        while (end > sentence.from() && !reading.quoted(end - 1) && reading.classAt(end - 1) == WordClass.STOP) {
            end--;
        }
        return end;
    }

    private void after() {
        int end = lastOf(sentence.to());
        if (rest >= end) {
            return;
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
        } else {
            afterFrom(rest, reading.wordAt(rest).equals("that") ? ContentTrait.THAT_AT_ONCE : ContentTrait.AFTER);
        }
        afterMarks(end);
        int adjunct = skipTime(rest);
        if (adjunct > rest) {
            afterFrom(adjunct, ContentTrait.AFTER_ADJUNCT);
        }
        if (cue.entry().takes(Frame.ADDRESSEE)) {
            int addressee = skipTime(NounPhrases.endOf(reading, rest, end));
            if (addressee > rest) {
                afterFrom(addressee, ContentTrait.AFTER_ADDRESSEE);
            }
        }
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

    private int skipTime(int from) {
        int i = from;
        if ((reading.wordAt(i).equals("on") || reading.wordAt(i).equals("in"))
                && TIME.contains(reading.wordAt(i + 1))) {
            i++;
        }
        while (TIME.contains(reading.wordAt(i))
                && !(reading.wordAt(i).equals("this") && !TIME.contains(reading.wordAt(i + 1)))) {
            i++;
        }
        return i;
    }

    private void afterFrom(int from, ContentTrait opening) {
        int last = lastOf(sentence.to());
        if (from >= last) {
            return;
        }
        int count = 0;
        boolean finite = false;
        for (int end = from + 1; end <= last && count < MOST_ENDS; end++) {
            ContentTrait trait = end == last ? ContentTrait.END_SENTENCE : boundary(end);
            finite |= isFinite(end - 1);
            if (trait != null) {
                add(from, end, opening, trait, finite, last);
                count++;
            }
        }
        if (count == MOST_ENDS) {
            add(from, last, opening, ContentTrait.END_SENTENCE, true, last);
        }
    }

    private boolean isFinite(int i) {
        return reading.classes[i] == WordClass.AUXILIARY
                || reading.classes[i] == WordClass.VERB && reading.classAt(i - 1) != WordClass.TO;
    }

    private void add(int from, int end, ContentTrait opening, ContentTrait ending, boolean finite, int last) {
        double[] traits = new double[ContentTrait.values().length];
        set(traits, ContentTrait.AFTER, true);
        set(traits, opening, true);
        set(traits, ending, true);
        set(traits, ContentTrait.AFTER_FINITE, finite);
        set(traits, ContentTrait.AFTER_SHORT, end - from < 3 && !reading.quoted(from));
        boolean object = cue.entry().takes(Frame.OBJECT);
        set(traits, ContentTrait.OBJECT_FRAME_WITHOUT_VERB, !finite && object);
        set(traits, ContentTrait.CLAUSE_FRAME_WITHOUT_VERB, !finite && !object);
        WordClass start = reading.classes[from];
        set(
                traits,
                ContentTrait.SUBJECT_STARTS,
                start == WordClass.PRONOUN || start == WordClass.NAME || start == WordClass.DETERMINER);
        boolean infinitive = start == WordClass.TO && cue.entry().takes(Frame.INFINITIVE);
        set(traits, ContentTrait.INFINITIVE_STARTS, infinitive);
        set(traits, ContentTrait.PREPOSITION_STARTS, start == WordClass.PREPOSITION || start == WordClass.TO && !infinitive);
        set(traits, ContentTrait.THAT_WITHOUT_VERB, reading.wordAt(from).equals("that") && !finite);
        set(traits, ContentTrait.ACCORDING_IN_FRONT_AFTER,
                cue.form() == Cue.Form.ACCORDING && cue.from() - sentence.from() < 2);
        set(
                traits,
                ContentTrait.MARK_STARTS,
                start == WordClass.COMMA || start == WordClass.COORDINATOR || start == WordClass.DASH);
        if (ending != ContentTrait.END_SENTENCE) {
            boolean subordinate = ending == ContentTrait.END_SUBORDINATOR;
            boolean cueNext = cueSoonAfter(end);
            set(traits, ContentTrait.END_BEFORE_OTHER_CUE, cueNext && !subordinate);
            set(traits, ContentTrait.WHEN_BEFORE_OTHER_CUE, cueNext && subordinate);
            set(traits, ContentTrait.END_QUOTE_COMMA, reading.closesStretch(end - 1) && ending != ContentTrait.END_QUOTE);
            set(traits, ContentTrait.END_PRONOUN_SUBJECT, subjectFollows(end));
            set(traits, ContentTrait.CONTENT_WITHOUT_VERB_YET, !finite);
            coordination(traits, end, ending);
        }
        objectEnds(traits, ending, object && !cue.entry().takes(Frame.CLAUSE));
        boolean fronted = isFronted();
        set(traits, ContentTrait.FRONTED_END_COMMA, fronted && ending == ContentTrait.END_COMMA);
        set(traits, ContentTrait.FRONTED_END_SENTENCE, fronted && ending == ContentTrait.END_SENTENCE);
        boolean quotes = reading.opensStretch(from);
        set(traits, ContentTrait.QUOTED_TO_THE_MARK, quotes && reading.stretchEnd(from) >= end);
        set(traits, ContentTrait.QUOTED_PAST_THE_MARK, quotes && reading.stretchEnd(from) < end);
        set(traits, ContentTrait.RUNS_INTO_QUOTATION, !quotes && runsIntoQuotation(from, end));
        set(traits, ContentTrait.CLAUSE_END_AND_SUBJECT,
                (ending == ContentTrait.END_AND || ending == ContentTrait.END_COMMA_AND) && clauseFollows(end, last));
        set(traits, ContentTrait.REST_FINITE, end < last && reading.hasFiniteVerb(end, Math.min(last, end + 12)));
        set(traits, ContentTrait.THAT_THEN_THAT,
                end < last && reading.wordAt(from).equals("that") && thatFollows(end));
        traits[ContentTrait.LENGTH.ordinal()] = Math.log(end - from);
        found.add(new ContentCandidate(List.of(new Span(from, end)), traits));
    }

    /** "After saying …, she left", "Asked about …, he said". */
    private boolean isFronted() {
        return cue.form() != Cue.Form.ACCORDING
                && cue.from() - sentence.from() < 3
                && (speaker == null || speaker.from() >= cue.to());
    }

    private void coordination(double[] traits, int end, ContentTrait ending) {
        int next = end;
        while (reading.classAt(next) == WordClass.COMMA || reading.classAt(next) == WordClass.COORDINATOR
                || reading.classAt(next) == WordClass.ADVERB || reading.classAt(next) == WordClass.DASH) {
            next++;
        }
        WordClass c = reading.classAt(next);
        boolean and = ending == ContentTrait.END_AND || ending == ContentTrait.END_COMMA_AND;
        boolean but = ending == ContentTrait.END_COMMA_BUT;
        boolean verb = c == WordClass.VERB || c == WordClass.AUXILIARY;
        boolean same = verb && next < reading.tokens.size() && sameTense(next);
        set(traits, ContentTrait.AND_SAME_TENSE, and && same);
        set(traits, ContentTrait.AND_OTHER_VERB, and && verb && !same);
        set(traits, ContentTrait.AND_ADVERSE_VERB, but && verb);
        set(traits, ContentTrait.AND_NOUN, and && !verb && !clauseFollows(end, sentence.to()));
        set(traits, ContentTrait.COMMA_SAME_TENSE, ending == ContentTrait.END_COMMA && same);
        set(traits, ContentTrait.COMMA_APPOSITION, ending == ContentTrait.END_COMMA && c == WordClass.DETERMINER);
    }

    /** "said … and left", "has promised … and is": the same form as the cue or its helping verb. */
    private boolean sameTense(int verb) {
        int helper = cue.from();
        while (helper > sentence.from()
                && (reading.classAt(helper - 1) == WordClass.ADVERB || reading.classAt(helper - 1) == WordClass.AUXILIARY)) {
            helper--;
        }
        String form = reading.tokens.get(verb).tag();
        return form.equals(reading.tokens.get(cue.from()).tag()) || form.equals(reading.tokens.get(helper).tag());
    }

    private static void objectEnds(double[] traits, ContentTrait ending, boolean object) {
        set(traits, ContentTrait.OBJECT_END_SENTENCE, object && ending == ContentTrait.END_SENTENCE);
        set(traits, ContentTrait.OBJECT_END_SUBORDINATOR, object && ending == ContentTrait.END_SUBORDINATOR);
        set(traits, ContentTrait.OBJECT_END_AND, object
                && (ending == ContentTrait.END_AND || ending == ContentTrait.END_COMMA_AND));
        set(traits, ContentTrait.OBJECT_END_COMMA, object
                && (ending == ContentTrait.END_COMMA || ending == ContentTrait.END_COMMA_GERUND || ending == ContentTrait.END_RELATIVE));
        set(traits, ContentTrait.OBJECT_END_TIME, object && ending == ContentTrait.END_TIME);
        set(traits, ContentTrait.OBJECT_END_PREPOSITION, object && ending == ContentTrait.END_PREPOSITION);
    }

    private boolean runsIntoQuotation(int from, int end) {
        for (int i = from + 1; i < end; i++) {
            if (reading.opensStretch(i)
                    && (reading.classes[i - 1] == WordClass.COMMA || reading.classes[i - 1] == WordClass.COLON)
                    && reading.stretchEnd(i) >= end) {
                return true;
            }
        }
        return false;
    }

    private boolean clauseFollows(int end, int last) {
        int i = end;
        while (i < last && (reading.classes[i] == WordClass.COMMA || reading.classes[i] == WordClass.COORDINATOR)) {
            i++;
        }
        int subject = NounPhrases.endOf(reading, i, last);
        while (subject < last && reading.classes[subject] == WordClass.ADVERB) {
            subject++;
        }
        return subject > i && subject < last
                && (reading.classes[subject] == WordClass.VERB || reading.classes[subject] == WordClass.AUXILIARY);
    }

    private boolean thatFollows(int end) {
        return reading.wordAt(end + 1).equals("that") || reading.wordAt(end + 2).equals("that");
    }

    /** What kind of boundary lies before this token; null for none. */
    private ContentTrait boundary(int i) {
        if (reading.quoted(i) && !reading.opensStretch(i)) {
            return null;
        }
        if (reading.closesStretch(i - 1)) {
            return reading.classAt(i - 2) == WordClass.COMMA && reading.classes[i] != WordClass.COMMA
                    ? afterComma(i)
                    : ContentTrait.END_QUOTE;
        }
        if (!reading.quoted(i) && isTime(i)) {
            return ContentTrait.END_TIME;
        }
        WordClass c = reading.classes[i];
        return switch (c) {
            case COMMA -> afterComma(i + 1);
            case COORDINATOR -> reading.wordAt(i).equals("but") ? ContentTrait.END_COMMA_BUT : ContentTrait.END_AND;
            case SEMICOLON -> ContentTrait.END_SEMICOLON;
            case DASH, OPEN_BRACKET -> ContentTrait.END_DASH;
            case SUBORDINATOR ->
                reading.wordAt(i).equals("that") || reading.wordAt(i).equals("than")
                        ? null
                        : ContentTrait.END_SUBORDINATOR;
            case PREPOSITION, TO -> objectOnly && !reading.wordAt(i).equals("of") ? ContentTrait.END_PREPOSITION : null;
            default -> null;
        };
    }

    private boolean isTime(int i) {
        int word = reading.wordAt(i).equals("on") ? i + 1 : i;
        boolean day = DAYS.contains(reading.wordAt(word)) && !DAYS.contains(reading.wordAt(i - 1)) && !reading.wordAt(i - 1).equals("on");
        boolean last = (reading.wordAt(i).equals("last") || reading.wordAt(i).equals("this")) && TIME.contains(reading.wordAt(i + 1));
        return day || last;
    }

    private ContentTrait afterComma(int next) {
        return switch (reading.classAt(next)) {
            case COORDINATOR ->
                reading.wordAt(next).equals("and") || reading.wordAt(next).equals("or")
                        ? ContentTrait.END_COMMA_AND
                        : ContentTrait.END_COMMA_BUT;
            case RELATIVE -> ContentTrait.END_RELATIVE;
            case GERUND -> ContentTrait.END_COMMA_GERUND;
            case SUBORDINATOR -> ContentTrait.END_SUBORDINATOR;
            default -> ContentTrait.END_COMMA;
        };
    }

    private boolean cueSoonAfter(int from) {
        for (int i = from; i < Math.min(from + 8, sentence.to()); i++) {
            if (!reading.quoted(i) && cueTokens.get(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean subjectFollows(int from) {
        for (int i = from; i < Math.min(from + 4, sentence.to()); i++) {
            if (reading.classes[i] == WordClass.PRONOUN) {
                return true;
            }
        }
        return false;
    }

    private void passive() {
        int end = cue.from();
        while (end > sentence.from() && (reading.classAt(end - 1) == WordClass.ADVERB || reading.classAt(end - 1) == WordClass.AUXILIARY)) {
            end--;
        }
        if (cue.form() != Cue.Form.PASSIVE || end <= sentence.from() || !reading.classAt(end - 1).isNominal()) {
            return;
        }
        double[] traits = new double[ContentTrait.values().length];
        set(traits, ContentTrait.PASSIVE_SUBJECT, true);
        int from = Math.max(sentence.from(), phraseStart(NounPhrases.startOf(reading, end - 1, sentence.from())));
        found.add(new ContentCandidate(List.of(new Span(from, end)), traits));
    }

    private void before() {
        boolean speakerBefore = speaker != null && speaker.to() <= cue.from();
        int end = speakerBefore ? phraseStart(speaker.from()) : cue.from();
        boolean as = end > sentence.from() && reading.wordAt(end - 1).equals("as");
        if (as) {
            end--;
        }
        boolean comma = end > sentence.from()
                && !reading.quoted(end - 1)
                && (reading.classes[end - 1] == WordClass.COMMA || reading.classes[end - 1] == WordClass.DASH);
        if (comma) {
            end--;
        }
        int from = sentence.from();
        if (end <= from) {
            previousSentence();
            return;
        }
        asBefore = as;
        addBefore(from, end, comma, true);
        int opening = openingOf(end - 1);
        if (opening > from) {
            addBefore(opening, end, comma, false);
        }
        for (int i = end - 2, tries = 0; i > from && tries < 3; i--) {
            ContentTrait ending = boundary(i);
            if (ending != null && ending != ContentTrait.END_QUOTE) {
                int start = reading.classes[i] == WordClass.COMMA ? i + 1 : i;
                addBefore(start, end, comma, false);
                tries++;
            }
        }
    }

    /** Where the stretch opens that ends here; -1 where none does. */
    private int openingOf(int closer) {
        if (!reading.closesStretch(closer)) {
            return -1;
        }
        int i = closer;
        while (i > sentence.from() && reading.stretchOf[i - 1] == reading.stretchOf[closer]) {
            i--;
        }
        return i;
    }

    /** "Mr Morgan of the Sierra Club": back to the comma or quotation mark before the whole phrase. */
    private int phraseStart(int from) {
        for (int i = from - 1; i >= Math.max(sentence.from(), from - 12); i--) {
            WordClass c = reading.classes[i];
            if (reading.quoted(i) || c == WordClass.COMMA || c == WordClass.DASH) {
                return i + 1;
            }
            if (c.isVerbal() || c == WordClass.COORDINATOR || c == WordClass.SUBORDINATOR || c == WordClass.STOP) {
                return from;
            }
        }
        return from;
    }

    /** {@code “Will it last?” Kerry asked.}: the splitter may have cut behind the question mark. */
    private void previousSentence() {
        int previous = reading.sentenceOf[cue.from()] - 1;
        if (previous < 0) {
            return;
        }
        Reading.Range before = reading.sentences.get(previous);
        boolean whole = before.paragraph() == sentence.paragraph()
                && reading.quoted(before.from())
                && reading.stretchOf[before.from()] == reading.stretchOf[before.to() - 1];
        if (whole) {
            addBefore(before.from(), before.to(), true, true);
        }
    }

    private void addBefore(int from, int end, boolean comma, boolean fromStart) {
        Span span = new Span(from, end);
        double[] traits = new double[ContentTrait.values().length];
        boolean quote = reading.closesStretch(end - 1);
        boolean finite = reading.hasFiniteVerb(from, end);
        set(traits, ContentTrait.BEFORE, true);
        set(traits, ContentTrait.AS_BEFORE, asBefore);
        set(traits, ContentTrait.QUOTE_BEFORE, quote);
        set(traits, ContentTrait.COMMA_BEFORE, comma && !quote);
        set(traits, ContentTrait.NO_COMMA_BEFORE, !comma && !quote);
        set(traits, ContentTrait.BEFORE_FINITE, finite);
        set(traits, ContentTrait.BEFORE_WITHOUT_VERB, !finite && !quote);
        set(traits, ContentTrait.INVERTED, speakerAfter);
        set(traits, ContentTrait.BEFORE_FROM_START, fromStart);
        following(traits);
        set(traits, ContentTrait.BEFORE_PREPOSITION_STARTS,
                reading.classes[from] == WordClass.PREPOSITION || reading.classes[from] == WordClass.SUBORDINATOR);
        set(traits, ContentTrait.PREVIOUS_SENTENCE, from < sentence.from());
        set(traits, ContentTrait.ACCORDING_BEHIND_BEFORE, cue.form() == Cue.Form.ACCORDING);
        set(traits, ContentTrait.GERUND_CUE_BEFORE, cue.form() == Cue.Form.GERUND);
        int behind = skipAdjuncts(rest);
        set(traits, ContentTrait.CUE_ENDS_SENTENCE, behind >= lastOf(sentence.to()));
        traits[ContentTrait.LENGTH.ordinal()] = Math.log(end - from);
        found.add(new ContentCandidate(List.of(span), traits));
        addAround(span, traits, behind);
    }

    private void following(double[] traits) {
        WordClass next = reading.classAt(rest);
        boolean that = reading.wordAt(rest).equals("that");
        boolean quotes = reading.opensStretch(rest) || reading.opensStretch(rest + 1);
        set(traits, ContentTrait.BEFORE_THAT_FOLLOWS, that);
        set(traits, ContentTrait.BEFORE_QUOTE_FOLLOWS, quotes);
        set(traits, ContentTrait.BEFORE_CLAUSE_FOLLOWS,
                !that && !speakerAfter && (next.isNominal() || next == WordClass.DETERMINER)
                        && skipTime(rest) == rest);
        set(traits, ContentTrait.BEFORE_INFINITIVE_FOLLOWS,
                next == WordClass.TO && cue.entry().takes(Frame.INFINITIVE));
    }

    private int skipAdjuncts(int from) {
        return skipTime(from);
    }

    private void addAround(Span before, double[] traitsBefore, int behind) {
        int last = lastOf(sentence.to());
        int quote = nextOpening(behind, last);
        if (quote >= 0) {
            around(before, traitsBefore, new Span(quote, Math.min(reading.stretchEnd(quote), last)), true, true);
            if (reading.stretchEnd(quote) < last) {
                around(before, traitsBefore, new Span(quote, last), true, false);
            }
        }
        int mark = nextMark(behind, last);
        if (mark >= 0 && mark + 1 < last && mark + 1 != quote) {
            around(before, traitsBefore, new Span(mark + 1, last), false, false);
        }
    }

    private void around(Span before, double[] traitsBefore, Span after, boolean quote, boolean closes) {
        double[] traits = traitsBefore.clone();
        boolean first = traits[ContentTrait.QUOTE_BEFORE.ordinal()] > 0;
        WordClass start = reading.classes[after.from()];
        set(traits, ContentTrait.BEFORE, false);
        set(traits, ContentTrait.AROUND, true);
        boolean split = quote && first && splits(before, after);
        set(traits, ContentTrait.SPLIT_QUOTATION, split);
        set(traits, ContentTrait.AROUND_QUOTES, quote && first && !split);
        boolean wholly = reading.opensStretch(before.from())
                && reading.stretchOf[before.from()] == reading.stretchOf[before.to() - 1];
        set(traits, ContentTrait.AROUND_QUOTE_THEN_NONE, !quote && first && wholly);
        set(traits, ContentTrait.AROUND_MIXED, !quote && first && !wholly);
        boolean verbFirst = start == WordClass.VERB || start == WordClass.AUXILIARY;
        set(traits, ContentTrait.AROUND_SUBJECT_VERB, !quote && clauseFollows(after.from(), after.to()));
        set(traits, ContentTrait.AROUND_VERB_FIRST, !quote && verbFirst);
        set(traits, ContentTrait.AROUND_BEFORE_LACKS_VERB, !reading.hasFiniteVerb(before.from(), before.to()));
        set(
                traits,
                ContentTrait.AROUND_GERUND,
                start == WordClass.GERUND
                        || start == WordClass.RELATIVE
                        || start == WordClass.SUBORDINATOR
                        || start == WordClass.PREPOSITION);
        set(traits, ContentTrait.AROUND_NOMINAL, start == WordClass.DETERMINER || start == WordClass.NOUN);
        set(traits, ContentTrait.AROUND_COORDINATOR, start == WordClass.COORDINATOR);
        set(traits, ContentTrait.END_QUOTE, closes);
        found.add(new ContentCandidate(List.of(before, after), traits));
    }

    private boolean splits(Span before, Span after) {
        WordClass mark = reading.classAt(after.from() - 1);
        return reading.opensStretch(before.from())
                && reading.stretchOf[before.from()] == reading.stretchOf[before.to() - 1]
                && reading.classAt(before.to() - 2) != WordClass.STOP
                && (mark == WordClass.COMMA || mark == WordClass.DASH || mark == WordClass.COLON)
                && !reading.hasFiniteVerb(rest, after.from());
    }

    private int nextOpening(int from, int last) {
        for (int i = from; i < last; i++) {
            if (reading.opensStretch(i)) {
                return i;
            }
        }
        return -1;
    }

    private int nextMark(int from, int last) {
        for (int i = from; i < Math.min(last, from + WINDOW) && !reading.quoted(i); i++) {
            WordClass c = reading.classes[i];
            if (c == WordClass.COMMA || c == WordClass.DASH || c == WordClass.COLON || c == WordClass.SEMICOLON) {
                return i;
            }
        }
        return -1;
    }

    private static void set(double[] traits, ContentTrait trait, boolean value) {
        traits[trait.ordinal()] = value ? 1 : 0;
    }
}
