package org.onrecord.nlp.quote.content;

import java.util.List;

import org.onrecord.nlp.quote.cue.Cue;
import org.onrecord.nlp.quote.cue.SpeakingNouns;
import org.onrecord.nlp.quote.reading.NounPhrases;
import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.reading.TimeWords;
import org.onrecord.nlp.quote.reading.WordClass;
import org.onrecord.nlp.quote.speaker.SpeakerTrait;
import org.onrecord.nlp.weight.FeatureIds;

/** What can be seen of a cue, of a beginning of its content and of an end of it, words included. */
final class ContentFeatures {

    private static final int NONE = 0;

    private final Scene scene;
    private final Reading reading;
    private final Cue cue;
    private final int lemma;
    private final int form;
    private final int frames;
    private final int speaker;
    private final int cueTag;
    private final boolean quoteAhead;
    private final boolean thatAhead;

    ContentFeatures(Scene scene, List<Opening> openings) {
        this.scene = scene;
        this.reading = scene.reading;
        this.cue = scene.cue;
        String word = reading.lower[cue.from()];
        this.lemma = cue.entry().lemma().isEmpty()
                ? stem(word).hashCode()
                : cue.entry().lemma().hashCode();
        this.form = cue.form().ordinal();
        this.frames = cue.entry().frames().hashCode() * 7 + cue.entry().grade();
        this.cueTag = tag(cue.from());
        this.speaker = speaker();
        this.quoteAhead = openings.stream().anyMatch(o -> o.kind() == Opening.Kind.QUOTE);
        this.thatAhead = openings.stream().anyMatch(o -> o.kind() == Opening.Kind.THAT);
    }

    private static String stem(String word) {
        for (String ending : new String[] {"ing", "ed", "es", "s", "e"}) {
            if (word.endsWith(ending) && word.length() > ending.length() + 2) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }

    /** Who stands as the speaker, coarsely: nobody, or by place and kind of word. */
    private int speaker() {
        if (scene.speaker == null) {
            return NONE;
        }
        int head = scene.speaker.head() - 1;
        int kind = switch (reading.classAt(head)) {
            case PRONOUN -> 1;
            case NAME -> reading.isPersonsName(head) ? 2 : 3;
            default -> SpeakingNouns.contains(reading.lower[head]) ? 4 : TimeWords.isTime(reading.lower[head]) ? 6 : 5;
        };
        int place = scene.speaker.from() >= cue.to()
                ? scene.speakerAfter ? 1 : 2
                : scene.speaker.has(SpeakerTrait.DIRECTLY_BEFORE) ? 3 : scene.speaker.has(SpeakerTrait.SUBJECT) ? 4 : 5;
        return 1 + kind * 8 + place;
    }

    private int tag(int i) {
        return i < 0 || i >= reading.tokens.size()
                ? 1
                : reading.tokens.get(i).tag().hashCode();
    }

    private int word(int i) {
        return reading.wordAt(i).hashCode();
    }

    private int kind(int i) {
        return reading.classAt(i).ordinal();
    }

    /** What of the cue alone speaks for its being one, whatever it reports. */
    private void cue(FeatureIds f, int side) {
        f.add(1, lemma, side);
        f.add(2, lemma, form, side);
        f.add(3, frames, form, side);
        f.add(4, cueTag, side);
        f.add(5, lemma, cueTag, side);
        f.add(6, speaker, side);
        f.add(7, speaker, form, side);
        f.add(8, frames, speaker, side);
        f.add(9, lemma, kind(cue.to()), side);
        f.add(10, kind(cue.to()), form, side);
        f.add(11, frames, kind(cue.to()), side);
        f.add(12, word(cue.to()), side);
        f.add(13, lemma, word(cue.to()), side);
        f.add(14, word(cue.from() - 1), side);
        f.add(15, tag(cue.from() - 1), kind(cue.from() - 2), side);
        f.add(16, tag(cue.to()), tag(cue.to() + 1), side);
        f.add(17, kind(cue.from() - 1), kind(cue.to()), side);
        f.add(18, lemma, kind(cue.from() - 1), side);
        f.add(19, word(cue.from() - 2), side);
        f.addIf(scene.speaker != null, 20, scene.speaker == null ? 0 : word(scene.speaker.head() - 1));
        f.add(21, reading.quoted(cue.from()) ? 1 : 0, side, scene.inHeadline ? 1 : 0);
        f.add(22, lemma, quoteAhead ? 1 : 0, thatAhead ? 1 : 0);
        f.add(23, frames, quoteAhead ? 1 : 0, thatAhead ? 1 : 0);
        f.add(24, scene.modifies ? 1 : 0, form, side);
        f.add(25, scene.fronted ? 1 : 0, side);
        f.add(26, Math.min(4, cue.from() - scene.sentence.from()), cueTag, side);
        f.add(28, lemma, speaker, side);
        f.addIf(scene.speaker != null, 29, lemma, scene.speaker == null ? 0 : word(scene.speaker.head() - 1));
        f.add(27, reading.lower[cue.from()].hashCode(), side);
    }

    void opening(FeatureIds f, Opening o, int index) {
        int side = o.isBefore() ? o.kind() == Opening.Kind.SUBJECT ? 2 : 1 : 0;
        int type = o.kind().ordinal();
        int p = o.from();
        cue(f, side);
        f.add(40, type);
        f.add(41, type, lemma);
        f.add(42, type, frames);
        f.add(43, type, form);
        f.add(44, type, lemma, form);
        f.add(45, type, word(p));
        f.add(46, type, tag(p));
        f.add(47, type, kind(p), frames);
        f.add(48, type, word(p - 1));
        f.add(49, type, kind(p), kind(p + 1));
        f.add(50, type, lemma, kind(p));
        f.add(51, lemma, word(p - 1), type);
        f.add(52, type, Math.min(8, index));
        f.add(53, type, quoteAhead ? 1 : 0, thatAhead ? 1 : 0);
        f.add(54, type, reading.quoted(p) ? 1 : 0, reading.capitalised(p) ? 1 : 0);
        f.add(55, type, word(p + 1));
        f.add(56, tag(p), tag(p + 1), type);
        f.add(57, lemma, word(p));
        int head = NounPhrases.endOf(reading, reading.classAt(p) == WordClass.TO ? p + 1 : p, scene.last) - 1;
        if (head >= p) {
            f.add(58, word(head), type);
            f.add(59, lemma, word(head));
            f.add(60, kind(head + 1), type, frames);
            f.add(61, kind(head + 1), kind(head), lemma);
            f.add(62, word(head + 1), type);
            f.add(63, kind(head + 1), kind(p), type);
        }
        boolean infinitive = reading.classAt(p) == WordClass.TO;
        f.addIf(infinitive, 64, lemma, word(p + 1));
        f.addIf(infinitive, 65, tag(p + 1), type);
        if (o.isBefore()) {
            before(f, o, type);
        } else {
            behind(f, o, type);
        }
    }

    private void behind(FeatureIds f, Opening o, int type) {
        int p = o.from();
        int distance = p - cue.to();
        int near = distance < 4 ? distance : distance < 6 ? 4 : distance < 9 ? 5 : distance < 14 ? 6 : 7;
        f.add(70, type, near);
        f.add(71, near, lemma);
        f.add(72, frames, near, type);
        int commas = 0;
        int verbs = 0;
        int prepositions = 0;
        for (int i = cue.to(); i < p; i++) {
            WordClass c = reading.classes[i];
            commas += c == WordClass.COMMA ? 1 : 0;
            verbs += c.isVerbal() ? 1 : 0;
            prepositions += c == WordClass.PREPOSITION ? 1 : 0;
        }
        f.add(73, type, Math.min(commas, 3), Math.min(verbs, 2));
        f.add(74, type, Math.min(prepositions, 2), frames);
        if (distance > 0 && distance <= 4) {
            int between = 0;
            for (int i = cue.to(); i < p; i++) {
                between = between * 31 + kind(i);
            }
            f.add(75, between, type);
            f.add(76, between, frames, type);
        }
        if (distance > 0) {
            f.add(77, word(cue.to()), type);
            f.add(78, lemma, word(cue.to()), type);
            f.add(79, kind(cue.to()), near, type);
        }
        boolean time = scene.skipTime(cue.to()) == p || scene.skipTime(scene.rest) == p;
        f.add(80, type, time ? 1 : 0, p == scene.rest ? 1 : 0);
        f.add(81, type, scene.clauseFollows(p, scene.last) ? 1 : 0, frames);
        f.add(82, type, scene.clauseFollows(p, scene.last) ? 1 : 0, lemma);
        f.add(83, type, Math.min(3, (scene.last - p) / 2));
        boolean finite = reading.hasFiniteVerb(p, scene.last);
        f.add(84, type, finite ? 1 : 0, frames);
        f.add(85, type, finite ? 1 : 0, lemma);
        f.add(86, type, scene.behindClause ? 1 : 0, finite ? 1 : 0);
        f.add(87, scene.behindClause ? 1 : 0, speaker, distance == 0 ? 1 : 0);
    }

    private void before(FeatureIds f, Opening o, int type) {
        int end = o.before();
        int p = o.from();
        boolean quote = reading.closesStretch(end - 1);
        boolean comma = reading.classAt(end) == WordClass.COMMA && !reading.quoted(end);
        boolean finite = reading.hasFiniteVerb(p, end);
        int behind = scene.skipTime(scene.rest);
        boolean ends = behind >= scene.last;
        int mark = quote ? 2 : comma ? 1 : 0;
        f.add(100, type, mark);
        f.add(101, type, mark, finite ? 1 : 0);
        f.add(102, type, mark, form);
        f.add(103, type, ends ? 1 : 0, mark);
        f.add(104, type, kind(behind), mark);
        f.add(105, type, word(behind), mark);
        f.add(106, type, scene.speakerAfter ? 1 : 0, mark);
        f.add(107, type, kind(p), mark);
        f.add(108, lemma, mark, finite ? 1 : 0);
        f.add(109, frames, mark, finite ? 1 : 0);
        f.add(110, type, Math.min(6, (end - p) / 3), mark);
        f.add(111, mark, speaker);
        f.add(112, type, reading.opensStretch(p) ? 1 : 0, mark);
        f.add(113, word(end), kind(end - 1), type);
        f.add(114, type, cue.from() - end < 8 ? cue.from() - end : 8, mark);
        f.add(115, type, (ends ? 1 : 0) + (finite ? 2 : 0) + (scene.speakerAfter ? 4 : 0), mark);
        boolean linked =
                reading.classAt(end - 1) == WordClass.SUBORDINATOR || reading.classAt(end - 1) == WordClass.COORDINATOR;
        f.add(116, type, linked ? 1 : 0, mark);
        f.add(117, kind(p), ends ? 1 : 0, finite ? 1 : 0);
        boolean clause = behind < scene.last && scene.clauseFollows(behind, scene.last);
        f.add(118, type, clause ? 1 : 0, mark);
        f.add(119, type, reading.hasFiniteVerb(Math.min(behind, scene.last), scene.last) ? 1 : 0, mark);
        int commas = 0;
        for (int i = p; i < end; i++) {
            commas += reading.classes[i] == WordClass.COMMA && !scene.hidden(i) ? 1 : 0;
        }
        f.add(120, type, Math.min(commas, 4), mark);
        boolean onlySpeaker = scene.speaker != null
                && scene.speaker.to() <= cue.from()
                && end <= scene.speaker.from()
                && scene.speaker.from() - end <= 2;
        f.add(121, type, onlySpeaker ? 1 : 0, mark);
    }

    /**
     * An end of content that begins with an opening.
     *
     * @param from where the piece begins that ends here
     * @param share 0 for ending here, 1 for going on past it
     */
    void ending(FeatureIds f, Opening o, int from, int end, int index, int share) {
        int side = share * 3 + (o.isBefore() ? 1 : 0);
        int type = o.kind().ordinal();
        boolean last = end == scene.last;
        boolean comma = reading.classAt(end) == WordClass.COMMA && !last;
        boolean closes = reading.closesStretch(end - 1);
        int at = last ? 50 : kind(end) + (closes ? 60 : 0);
        int next = comma ? end + 1 : end;
        int nextWord = last ? 7 : word(next);
        int nextKind = last ? 50 : kind(next);
        boolean finite = reading.hasFiniteVerb(from, end);
        boolean restFinite = !last && reading.hasFiniteVerb(end, scene.last);
        int state = (finite ? 1 : 0) + (restFinite ? 2 : 0) + (comma ? 4 : 0);
        f.add(200, at, side);
        f.add(201, at, nextWord, side);
        f.add(202, at, nextKind, side);
        f.add(203, at, frames, side);
        f.add(204, at, lemma, side);
        f.add(205, at, state, side);
        f.add(206, at * 64 + nextKind, state, side);
        f.add(207, at * 64 + nextKind, kind(next + 1), side);
        f.add(208, at, kind(end - 1), side);
        f.add(209, at * 32 + type, state, side);
        f.add(210, at, Math.min(5, index), side);
        int length = end - from;
        int size = length < 4 ? length : length < 6 ? 4 : length < 9 ? 5 : length < 14 ? 6 : length < 22 ? 7 : 8;
        f.add(211, at, size, side);
        f.add(212, frames, size, side);
        f.add(213, word(end - 1), side);
        f.add(214, tag(end - 1), at, side);
        if (last) {
            f.add(215, type, size, side);
            return;
        }
        boolean clause = scene.clauseFollows(end, scene.sentence.to());
        boolean cueSoon = scene.cueSoonAfter(end);
        int ahead = (clause ? 1 : 0) + (cueSoon ? 2 : 0);
        f.add(216, at, ahead, side);
        f.add(217, at * 64 + nextKind, ahead, side);
        f.add(218, nextWord, ahead * 2 + (finite ? 1 : 0), side);
        f.add(219, nextWord, kind(next + 1), side);
        f.add(220, nextWord, tag(next + 1), side);
        f.add(221, nextWord, frames, side);
        f.add(222, at * 64 + nextKind, frames, side);
        int second = behindLinks(next);
        f.add(223, at, tag(second), side);
        f.add(224, tag(second), cueTag, nextKind + 64 * side);
        f.add(225, at, scene.modifies ? 1 : 0, (scene.fronted ? 1 : 0) + 2 * side);
        f.add(226, at * 64 + nextKind, scene.modifies ? 1 : 0, side);
        boolean quoted = reading.quoted(from);
        f.add(227, at, (quoted ? 1 : 0) + (closes ? 2 : 0), side);
        f.add(228, at, (quoted ? 1 : 0) + (closes ? 2 : 0) + 4 * type, side);
        f.add(229, nextKind, kind(second), tag(second) * 31 + side);
        f.add(230, word(second), at, side);
        f.add(231, at, Math.min(6, (scene.last - end) / 2), side);
        f.add(232, at, commaAhead(next), side);
        f.add(233, nextWord, type, side);
        f.add(234, at, verbOfCuesTense(from, end) ? 1 : 0, side);
        f.add(235, nextWord, lemma, side);
        f.add(236, nextWord, word(next + 1), side);
        f.add(237, tag(end - 1), tag(end - 2), at + 256 * side);
        f.add(238, nextKind, ahead * 4 + state, frames * 2 + side);
    }

    /** What the end of the sentence says of each end before it that is passed over is in "going on" features; -1 for none. */
    private int commaAhead(int next) {
        for (int i = next; i < Math.min(scene.last, next + 12); i++) {
            if (reading.classes[i] == WordClass.COMMA && !scene.hidden(i)) {
                return 1 + Math.min(3, (i - next) / 3);
            }
        }
        return 0;
    }

    /** A verb of the cue's tag follows, "and" and adverbs left out, and the first verb of the content has another. */
    private boolean verbOfCuesTense(int from, int end) {
        int next = behindLinks(end);
        if (reading.classAt(next) != WordClass.VERB || tag(next) != cueTag) {
            return false;
        }
        for (int i = from; i < end; i++) {
            if (reading.classes[i] == WordClass.VERB || reading.classes[i] == WordClass.AUXILIARY) {
                return tag(i) != cueTag;
            }
        }
        return true;
    }

    private int behindLinks(int end) {
        int next = end;
        int furthest = end + 8;
        while (next < furthest
                && (reading.classAt(next) == WordClass.COMMA
                        || reading.classAt(next) == WordClass.COORDINATOR
                        || reading.classAt(next) == WordClass.ADVERB
                        || reading.classAt(next) == WordClass.DASH)) {
            next++;
        }
        return next;
    }

    /** What stands between the two pieces of content around its cue, where the second begins. */
    void resumption(FeatureIds f, Opening o, int from) {
        int type = o.kind().ordinal();
        boolean quote = reading.closesStretch(o.before() - 1);
        int mark = (quote ? 1 : 0) + (reading.opensStretch(from) ? 2 : 0) + (from < scene.last ? 0 : 4);
        int left = kind(from - 1);
        boolean finite = reading.hasFiniteVerb(o.from(), o.before());
        f.add(300, mark, type);
        f.add(301, mark, left);
        f.add(302, mark, form);
        f.add(303, mark, finite ? 1 : 0, left);
        f.add(304, mark, kind(from), left);
        f.add(305, mark, word(from));
        f.add(306, mark, lemma);
        f.add(307, mark, scene.clauseFollows(from, scene.last) ? 1 : 0, left);
        f.add(308, mark, kind(o.before()), left);
        f.add(309, mark, reading.capitalised(from + 1) ? 1 : 0, reading.capitalised(from) ? 1 : 0);
        boolean verb = reading.hasFiniteVerb(Math.min(scene.rest, from), from);
        f.add(310, mark, verb ? 1 : 0, Math.min(6, from - scene.rest));
        f.add(311, mark, kind(o.before() - 1), kind(o.before() - 2));
        f.add(312, mark, kind(from), kind(from + 1));
        f.add(313, mark, finite ? 1 : 0, reading.hasFiniteVerb(from, scene.last) ? 1 : 0);
    }
}
