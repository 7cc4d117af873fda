package org.onrecord.nlp.quote.speaker;

import java.util.LinkedList;
import java.util.List;
import java.util.Set;

import org.onrecord.nlp.coreference.Entities;
import org.onrecord.nlp.document.Paragraph;
import org.onrecord.nlp.quote.cue.Cue;
import org.onrecord.nlp.quote.reading.NounPhrases;
import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.reading.TimeWords;
import org.onrecord.nlp.quote.reading.WordClass;

/**
 * All who say something together: from one of them to the others, "Ann Lee, Tom Reyes and the port authority said". What stands
 * beside a speaker and depends on another word is none ("he met Lee and Reyes said"), nor is a second role of the same person
 * ("councillor and teacher Ann Lee said"). Of one document; not changed once made, so thread-safe.
 */
public final class JointSpeakers {

    private static final int MOST = 8;
    private static final int LONGEST_BRACKETS = 12;
    private static final String AND = "and";
    /** Of several people: a headline needs no "and" behind them. */
    private static final Set<String> PLURAL_TITLES = Set.of(
            "sens.",
            "sens",
            "reps.",
            "reps",
            "govs.",
            "govs",
            "senators",
            "representatives",
            "ministers",
            "presidents",
            "drs.",
            "messrs.",
            "professors");

    private final Reading reading;
    private final JointRoles roles;

    public JointSpeakers(Reading reading, Entities entities) {
        this.reading = reading;
        this.roles = new JointRoles(reading, entities);
    }

    /**
     * Them all, in reading order; alone the one where nobody speaks with it.
     *
     * @param one of them
     * @param cue what reports their words; null where nothing does
     */
    public List<SpeakerCandidate> with(SpeakerCandidate one, Cue cue) {
        if (cue == null || cue.form() == Cue.Form.NOUN || cue.form() == Cue.Form.COLON) {
            return List.of(one);
        }
        Row row = new Row(one);
        if (one.from() < cue.from()) {
            row.rightwards(cue.from());
            row.leftwards();
        } else {
            row.rightwards(-1);
        }
        return List.copyOf(row.found);
    }

    /** A row of noun phrases in one sentence, as far as it is known. */
    private final class Row {
        private final int floor;
        private final int ceiling;
        private final SpeakerPhrases phrases;
        private final LinkedList<SpeakerCandidate> found = new LinkedList<>();

        Row(SpeakerCandidate one) {
            Reading.Range sentence = reading.sentence(one.from());
            floor = sentence.from();
            ceiling = sentence.to();
            phrases = new SpeakerPhrases(reading, floor);
            found.add(one);
        }

        void leftwards() {
            int link = beforeCompound(found.getFirst().from()) - 1;
            if (link <= floor || reading.quoted(link)) {
                return;
            }
            if (reading.classes[link] == WordClass.COMMA) {
                SpeakerCandidate left = endingAt(link - 1);
                if (found.size() > 1) {
                    found.addAll(0, listBefore(found.getFirst().from()));
                } else if (left != null && needsNoAnd(left)) {
                    found.addFirst(left);
                }
                return;
            }
            if (!reading.lower[link].equals(AND)) {
                return;
            }
            boolean comma = reading.classAt(link - 1) == WordClass.COMMA;
            SpeakerCandidate left = endingAt(comma ? link - 2 : link - 1);
            if (left == null) {
                return;
            }
            SpeakerCandidate right = found.getFirst();
            if (!comma && roles.isOfOne(left, right)) {
                found.set(0, new SpeakerCandidate(left.from(), right.head(), right.to(), right.traits()));
            } else if (!comma && roles.isWithinFormer(left, right)) {
                found.set(0, new SpeakerCandidate(left.from(), left.head(), right.to(), right.traits()));
            } else if (!roles.isBareRole(left) || roles.isSurnameBeside(left, right)) {
                List<SpeakerCandidate> further = listBefore(left.from());
                // "They left, and Lee said" is no list; "Reyes, Lowe, and Lee said" is one.
                if (!comma || !further.isEmpty()) {
                    found.addFirst(left);
                    found.addAll(0, further);
                }
            }
        }

        /** Members of a list divided by commas, in reading order. */
        private List<SpeakerCandidate> listBefore(int start) {
            LinkedList<SpeakerCandidate> list = new LinkedList<>();
            int from = start;
            while (list.size() + 2 < MOST && from - 1 > floor && reading.classes[from - 1] == WordClass.COMMA) {
                SpeakerCandidate left = endingAt(from - 2);
                if (left == null || roles.isBareRole(left) || followsAnd(left.from())) {
                    break;
                }
                list.addFirst(left);
                from = left.from();
            }
            return list;
        }

        /** @param cue that must follow the last of them; -1 where it stands before them */
        void rightwards(int cue) {
            int at = behindBrackets(found.getLast().to());
            LinkedList<SpeakerCandidate> further = new LinkedList<>();
            while (found.size() + further.size() < MOST && !reading.quoted(at)) {
                boolean comma = reading.classAt(at) == WordClass.COMMA;
                int link = comma && reading.wordAt(at + 1).equals(AND) ? at + 1 : at;
                boolean and = reading.wordAt(link).equals(AND);
                if (!and && !comma || and && comma && further.isEmpty()) {
                    return;
                }
                int from = link + 1;
                int to = phrases.headEnd(from, ceiling);
                if (to <= from || reading.quoted(from) || TimeWords.isTime(reading.wordAt(to - 1))) {
                    return;
                }
                if (and
                        && !reaches(behindBrackets(to), cue)
                        && reading.wordAt(to).equals(AND)) {
                    // "The Police and Crime Commissioner Ann Lee".
                    int end = phrases.headEnd(to + 1, ceiling);
                    to = end > to + 1 && reading.isPersonsName(end - 1) && !reading.isPersonsName(to + 1) ? end : to;
                }
                SpeakerPhrases.Phrase phrase = phrases.beginningWith(from, to, ceiling);
                SpeakerCandidate next = new SpeakerCandidate(phrase.from(), phrase.head(), phrase.to(), noTraits());
                if (!and && !roles.isNamed(next)
                        || and
                                && roles.isBareRole(next)
                                && !(further.isEmpty() && roles.isOfOne(found.getLast(), next))) {
                    return;
                }
                SpeakerCandidate last = found.getLast();
                if (and && further.isEmpty() && roles.isOfOne(last, next)) {
                    found.set(
                            found.size() - 1, new SpeakerCandidate(last.from(), next.head(), next.to(), last.traits()));
                    return;
                }
                further.add(next);
                at = behindBrackets(phrase.to());
                if (and) {
                    if (cue < 0 ? !goesOn(at) : reaches(at, cue)) {
                        found.addAll(further);
                    }
                    return;
                }
            }
        }

        /** "Denmark-based retailer": words joined by a hyphen before the phrase belong to it. */
        private int beforeCompound(int from) {
            int i = from;
            while (i - 3 >= floor
                    && reading.lower[i - 2].equals("-")
                    && reading.tokens.get(i - 2).end()
                            == reading.tokens.get(i - 1).start()) {
                i = NounPhrases.startOf(reading, i - 3, floor);
            }
            return i;
        }

        /** A clause of their own: "said Lee and Reyes left". */
        private boolean goesOn(int at) {
            int i = at;
            while (reading.classAt(i) == WordClass.ADVERB) {
                i++;
            }
            return i < ceiling && reading.classAt(i).isVerbal() && reading.classAt(i) != WordClass.GERUND;
        }

        /** "Lee and Reyes (both of Utah), today announced". */
        private boolean reaches(int at, int cue) {
            for (int i = at; i < cue; i++) {
                WordClass c = reading.classes[i];
                boolean between = c == WordClass.AUXILIARY
                        || c == WordClass.ADVERB
                        || c == WordClass.DETERMINER
                        || c == WordClass.COMMA && i + 1 == cue
                        || TimeWords.isAdjunct(reading.lower[i]);
                if (!between) {
                    return false;
                }
            }
            return at <= cue;
        }

        private int behindBrackets(int i) {
            if (i < ceiling && reading.classAt(i) == WordClass.OPEN_BRACKET) {
                for (int k = i; k < Math.min(ceiling, i + LONGEST_BRACKETS); k++) {
                    if (reading.classes[k] == WordClass.CLOSE_BRACKET) {
                        return k + 1;
                    }
                }
            }
            return i;
        }

        private SpeakerCandidate endingAt(int at) {
            int last = beforeBrackets(at);
            if (last < floor
                    || reading.quoted(last)
                    || !reading.classes[last].isNominal()
                    || TimeWords.isTime(reading.lower[last])) {
                return null;
            }
            SpeakerPhrases.Phrase phrase = phrases.endingWith(NounPhrases.startOf(reading, last, floor), last + 1);
            SpeakerCandidate left = new SpeakerCandidate(phrase.from(), phrase.head(), phrase.to(), noTraits());
            return isGoverned(beforeCompound(left.from())) ? null : left;
        }

        /** Object of a verb or a preposition; "politicians such as Lee and Reyes" speak, "him as a friend and Reyes" do not. */
        private boolean isGoverned(int from) {
            if (from <= floor) {
                return false;
            }
            WordClass left = reading.classes[from - 1];
            String word = reading.lower[from - 1];
            boolean as = word.equals("as") && !reading.wordAt(from - 2).equals("such") || word.equals("than");
            boolean including = word.equals("including");
            return !including && left.isVerbal()
                    || left == WordClass.PREPOSITION && !including
                    || left == WordClass.TO
                    || as;
        }

        private boolean followsAnd(int from) {
            return from > floor && reading.classes[from - 1] == WordClass.COORDINATOR;
        }

        private int beforeBrackets(int i) {
            if (i >= floor && reading.classAt(i) == WordClass.CLOSE_BRACKET) {
                for (int k = i; k > Math.max(floor, i - LONGEST_BRACKETS); k--) {
                    if (reading.classes[k] == WordClass.OPEN_BRACKET) {
                        return k - 1;
                    }
                }
            }
            return i;
        }

        /** "SENS. LEE, REYES URGE", and in a headline any two people. */
        private boolean needsNoAnd(SpeakerCandidate left) {
            if (PLURAL_TITLES.contains(reading.lower[left.from()])) {
                return true;
            }
            int paragraph = reading.sentence(left.from()).paragraph();
            return reading.document.paragraphs().get(paragraph).kind() == Paragraph.Kind.HEADLINE
                    && reading.isPersonsName(left.head() - 1)
                    && reading.isPersonsName(found.getFirst().head() - 1);
        }
    }

    private static double[] noTraits() {
        return new double[SpeakerTrait.values().length];
    }
}
