package org.onrecord.nlp.quote.uncued;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

import org.onrecord.nlp.quote.content.Span;
import org.onrecord.nlp.quote.cue.Cue;
import org.onrecord.nlp.quote.cue.CueLexicon;
import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.reading.WordClass;
import org.onrecord.nlp.quote.report.Confidence;
import org.onrecord.nlp.quote.report.Report;
import org.onrecord.nlp.quote.speaker.SpeakerCandidate;
import org.onrecord.nlp.quote.speaker.SpeakerTrait;

/**
 * Speech without a verb: the turns of an interview ({@code LEE: Will you run?}), a name before a colon and a quotation
 * ({@code Kerry: “We need to go.”}), a name behind a quotation and a dash ({@code “We need to go.” — John Kerry}), and
 * headlines ({@code Minister: no new taxes}).
 */
public final class DialogueTurns {

    public static final String TURN = "dialogue-turn";
    private static final String LABELLED = "labelled-quotation";
    private static final String DASH_AND_NAME = "dash-and-name";

    private static final int LONGEST_NAME = 8;
    private static final int TRANSCRIPT = 3;
    private static final int MOST_PARAGRAPHS = 40;
    private static final int OPENING = 8;
    private static final int LONGEST_TITLE = 300;
    private static final Pattern WRITTEN_DOWN = Pattern.compile(
            "\\b(?:transcript|interview|doorstop|(?:press|news) conference|q ?& ?a|remarks|debate)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> FIRST_OR_SECOND =
            Set.of("i", "we", "you", "my", "our", "your", "let", "i'm", "i’m");
    private static final CueLexicon.Entry MARK = new CueLexicon.Entry(":", new String[0], "q", 1);

    private final Reading reading;
    private final TurnLabels labels;
    private final LabelledSpeakers speakers;
    private final SignedPosts posts;
    private final List<Span> paragraphs = new ArrayList<>();
    private final List<TurnLabel> labelOf = new ArrayList<>();
    private final Map<String, Integer> times = new HashMap<>();
    private final Map<String, OptionalInt> entityOf = new HashMap<>();
    private final Map<SpeakerCandidate, OptionalInt> entities = new IdentityHashMap<>();
    private final List<Report> reports = new ArrayList<>();
    private final BitSet taken = new BitSet();
    private int lastLabelled;
    private boolean asked;
    private boolean transcript;
    private boolean lettered;

    public DialogueTurns(Reading reading) {
        this.reading = reading;
        this.labels = new TurnLabels(reading);
        this.speakers = new LabelledSpeakers(reading);
        this.posts = new SignedPosts(reading);
    }

    /** Finds them all, in reading order; afterwards {@link #taken()} are the tokens of which no cue may be made. */
    public List<Report> find() {
        divide();
        paragraphs.forEach(paragraph -> labelOf.add(labels.of(paragraph)));
        count();
        for (int p = 0; p < paragraphs.size(); p++) {
            if (labelOf.get(p) != null && isTurn(labelOf.get(p))) {
                lastLabelled = p;
            }
        }
        HeadlineSpeaker.Found headline = paragraphs.isEmpty() ? null : headline();
        for (int p = 0; p < paragraphs.size(); p++) {
            TurnLabel label = labelOf.get(p);
            if (p > 0 && asksFirst(p)) {
                firstQuestion(p);
                continue;
            }
            if (p == 0 && headline != null) {
                add(
                        headline.mark(),
                        headline.speaker(),
                        headline.content(),
                        HeadlineSpeaker.RULE,
                        headline.confidence());
            } else if (label != null && isTurn(label)) {
                p = turn(p, label);
            } else if (posted(p)) {
                continue;
            } else if (isHeading(paragraphs.get(p))) {
                taken.set(paragraphs.get(p).from(), paragraphs.get(p).to());
            } else {
                dash(paragraphs.get(p));
            }
        }
        return reports;
    }

    /**
     * Labels and what they label, where no cue is looked for: what somebody tells of others' words there ("as you said") is
     * seldom a record of them.
     */
    public BitSet taken() {
        return taken;
    }

    /** Whether a cue is no word of saying but the mark behind a label. */
    public static boolean isLabel(Cue cue) {
        return cue.entry() == MARK;
    }

    /** The entity that the label of a turn means; empty also for a speaker that this did not find. */
    public OptionalInt entity(SpeakerCandidate speaker) {
        return entities.getOrDefault(speaker, OptionalInt.empty());
    }

    /** Whether a turn's label, which names nobody, cannot mean an entity, since another label names it: each has one label. */
    public boolean isAnothers(SpeakerCandidate speaker, int entity) {
        return entities.containsKey(speaker)
                && entities.get(speaker).isEmpty()
                && entityOf.containsValue(OptionalInt.of(entity));
    }

    private void divide() {
        int from = 0;
        for (int s = 0; s < reading.sentences.size(); s++) {
            boolean last = s + 1 == reading.sentences.size()
                    || reading.sentences.get(s + 1).paragraph()
                            != reading.sentences.get(s).paragraph();
            if (last) {
                int to = reading.sentences.get(s).to();
                paragraphs.add(new Span(from, to));
                from = to;
            }
        }
    }

    private HeadlineSpeaker.Found headline() {
        TurnLabel label = labelOf.getFirst();
        boolean title = paragraphs.size() > 1 && (label == null || times.get(labels.key(label)) < 2);
        return title ? new HeadlineSpeaker(reading, speakers).find(paragraphs.getFirst()) : null;
    }

    /** How often each label comes, and whether that makes a transcript. */
    private void count() {
        int questions = 0;
        int answers = 0;
        Map<String, Boolean> known = new HashMap<>();
        for (TurnLabel label : labelOf) {
            if (label == null) {
                continue;
            }
            String key = labels.key(label);
            times.merge(key, 1, Integer::sum);
            boolean names = label.form() != TurnLabel.Form.INITIALS && label.form() != TurnLabel.Form.DASH;
            if (label.form() == TurnLabel.Form.BRACKETS || names && isKnown(label)) {
                known.put(key, true);
            }
            questions += key.equals("Q ") || key.equals("Q. ") ? 1 : 0;
            answers += key.equals("A ") || key.equals("A. ") ? 1 : 0;
        }
        lettered = questions > 0 && answers > 0;
        int turns = known.keySet().stream().mapToInt(times::get).sum();
        boolean again = known.keySet().stream().anyMatch(key -> times.get(key) > 1);
        transcript = lettered || turns >= TRANSCRIPT && known.size() > 1 && again || !known.isEmpty() && isAnnounced();
    }

    /** The title says that what follows is speech written down. */
    private boolean isAnnounced() {
        int end = reading.tokens.get(paragraphs.getFirst().to() - 1).end();
        int start = reading.tokens.getFirst().start();
        return WRITTEN_DOWN
                .matcher(reading.text().substring(start, Math.min(end, start + LONGEST_TITLE)))
                .find();
    }

    private boolean isKnown(TurnLabel label) {
        return !speakers.isNobody(label.name()) && (speakers.isPerson(label.name()) || speakers.isRole(label.name()));
    }

    private boolean isTurn(TurnLabel label) {
        Span name = label.name();
        boolean quotes = reading.opensStretch(label.content()) && !label.isAlone();
        int seen = times.get(labels.key(label));
        return switch (label.form()) {
            case BRACKETS -> transcript || seen > 1 || speakers.isPerson(name);
            case LETTER -> lettered;
            case INITIALS -> transcript && seen >= TRANSCRIPT && speakers.hasInitials(name);
            case DASH -> labels.isWrittenAsName(name) && isKnown(label);
            case COLON -> {
                if (speakers.isCaption(label.mark() - 1)
                        || speakers.isNobody(name)
                        || reading.tokens.get(name.from()).text().length() == 1 && !lettered) {
                    yield false;
                }
                boolean written = labels.isWrittenAsName(name);
                boolean known = isKnown(label);
                WordClass first = reading.classes[name.from()];
                if (first == WordClass.PREPOSITION || first == WordClass.COORDINATOR) {
                    yield false;
                }
                // "Union leader Carl Boe: “A black day.”" has words in lower case that are no part of the name.
                boolean described = known && reading.capitalised(name.from()) && labels.hasNoVerb(name);
                boolean fits = quotes && (written || described)
                        || transcript && (written && (known || seen > 1) || known && labels.isLowerCase(name));
                yield fits || written && labels.isCapitals(name) && (known || transcript || isAddressed(label));
            }
        };
    }

    /** A name that nothing else shows to be one speaks if somebody is spoken to. */
    private boolean isAddressed(TurnLabel label) {
        for (int i = label.content(); i < label.paragraph().to(); i++) {
            if (FIRST_OR_SECOND.contains(reading.lower[i]) || reading.lower[i].equals("?")) {
                return true;
            }
        }
        return false;
    }

    /** Takes a post and who signed it; returns whether the paragraph ends with a signature. */
    private boolean posted(int p) {
        Span paragraph = paragraphs.get(p);
        SignedPosts.Signature signature = posts.of(paragraph);
        if (signature == null) {
            return false;
        }
        Span words = new Span(paragraph.from(), signature.from());
        if (signature.from() == paragraph.from()) {
            boolean free = p > 0 && !taken.get(paragraphs.get(p - 1).from()) && labelOf.get(p - 1) == null;
            boolean link = free
                    && reading.text()
                            .startsWith(
                                    "View this post",
                                    reading.tokens
                                            .get(paragraphs.get(p - 1).from())
                                            .start());
            words = free && !link ? paragraphs.get(p - 1) : words;
        }
        if (words.to() > words.from()) {
            add(signature.mark(), signature.name(), words, SignedPosts.RULE, Confidence.SIGNED_POST);
        }
        taken.set(signature.from(), paragraph.to());
        return true;
    }

    /** {@code What they said:} above a list of reactions. */
    private boolean isHeading(Span paragraph) {
        return reading.classes[paragraph.to() - 1] == WordClass.COLON
                && reading.classes[paragraph.from()] == WordClass.RELATIVE;
    }

    /** The question before the first answer of an interview often goes without a label. */
    private boolean asksFirst(int p) {
        Span paragraph = paragraphs.get(p);
        return reports.isEmpty()
                && !asked
                && labelOf.get(p) == null
                && p + 1 < paragraphs.size()
                && labelOf.get(p + 1) != null
                && labelOf.get(p + 1).form() == TurnLabel.Form.BRACKETS
                && reading.classes[paragraph.to() - 1] == WordClass.STOP
                && reading.wordAt(paragraph.to() - 1).equals("?");
    }

    private void firstQuestion(int p) {
        Span paragraph = paragraphs.get(p);
        int from = reading.classes[paragraph.from()] == WordClass.COLON ? paragraph.from() + 1 : paragraph.from();
        asked = true;
        Span asker = speakers.interviewer(paragraph.from());
        if (asker != null) {
            add(from, asker, new Span(from, paragraph.to()), TURN, Confidence.DIALOGUE_TURN);
        }
    }

    /** Returns the last paragraph of the turn. */
    private int turn(int p, TurnLabel label) {
        int last = p;
        int from = label.content();
        boolean spoken = !reading.opensStretch(from) || label.isAlone();
        if (label.isAlone() || transcript && spoken && mayRunOn(p, label)) {
            last = lastParagraph(p, label);
        }
        int to = withoutNote(from, paragraphs.get(last).to());
        taken.set(label.name().from(), label.content());
        if (to - from < 1 || from >= reading.tokens.size()) {
            return last;
        }
        if (reading.opensStretch(from) && !transcript) {
            int end = reading.stretchEnd(from);
            add(label.mark(), label.name(), new Span(from, end), LABELLED, Confidence.LABELLED);
            return last;
        }
        boolean sure = transcript || label.form() == TurnLabel.Form.BRACKETS;
        double confidence = sure ? Confidence.TRANSCRIPT_TURN : Confidence.DIALOGUE_TURN;
        add(label.mark(), label.name(), new Span(from, to), TURN, confidence);
        return last;
    }

    /** Behind the last label only where the whole text is speech: else the paper's own words may follow. */
    private boolean mayRunOn(int p, TurnLabel label) {
        return label.form() == TurnLabel.Form.BRACKETS || p < lastLabelled || isAnnounced();
    }

    private int lastParagraph(int p, TurnLabel label) {
        int last = p;
        while (last + 1 < paragraphs.size() && last - p < MOST_PARAGRAPHS && !endsTurn(last + 1)) {
            int from = paragraphs.get(last + 1).from();
            boolean first = last == p && label.isAlone();
            if (!first && (reading.opensStretch(from) || reading.classes[from] == WordClass.OPEN_BRACKET)) {
                break;
            }
            last++;
            if (first && !transcript) {
                break;
            }
        }
        return last;
    }

    private boolean endsTurn(int p) {
        TurnLabel label = labelOf.get(p);
        Span paragraph = paragraphs.get(p);
        boolean signature =
                reading.classes[paragraph.from()] == WordClass.DASH && paragraph.to() - paragraph.from() < LONGEST_NAME;
        return signature
                || label != null
                        && (isTurn(label) || labels.isCapitals(label.name()) && speakers.isNobody(label.name()));
    }

    /** Without the wording in another language that some transcripts add: {@code ((es)) …}. */
    private int withoutNote(int from, int to) {
        for (int i = from; i + 2 < to; i++) {
            if (reading.lower[i].equals("(") && reading.lower[i + 1].equals("(") && !reading.capitalised(i + 2)) {
                return i;
            }
        }
        return to;
    }

    private void dash(Span paragraph) {
        int end = paragraph.to();
        while (end > paragraph.from() && reading.classes[end - 1] == WordClass.STOP) {
            end--;
        }
        int name = end;
        while (name > paragraph.from() && name > end - LONGEST_NAME && reading.classes[name - 1] == WordClass.NAME) {
            name--;
        }
        int mark = name - 1;
        if (name < end
                && mark - 1 > paragraph.from()
                && reading.classes[mark] == WordClass.DASH
                && reading.closesStretch(mark - 1)
                && reading.opensStretch(paragraph.from())) {
            Span content = new Span(paragraph.from(), mark);
            add(mark, new Span(name, end), content, DASH_AND_NAME, Confidence.DASH_AND_NAME);
        }
    }

    private void add(int mark, Span name, Span content, String rule, double confidence) {
        Cue cue = new Cue(mark, mark + 1, MARK, Cue.Form.COLON);
        SpeakerCandidate speaker =
                new SpeakerCandidate(name.from(), name.to(), name.to(), new double[SpeakerTrait.values().length]);
        entities.put(speaker, who(name));
        reports.add(new Report(cue, speaker, List.of(content), confidence, rule));
        taken.set(content.from(), content.to());
        taken.set(name.from(), name.to());
        taken.set(mark);
    }

    /** The label's own entity, or whom the turn before speaks to first. */
    private OptionalInt who(Span name) {
        String key = labels.key(new TurnLabel(name, name.to(), name, TurnLabel.Form.COLON));
        OptionalInt known = entityOf.computeIfAbsent(key, k -> speakers.entity(name));
        if (known.isEmpty() && transcript && !reports.isEmpty() && speakers.isRole(name)) {
            Span before = reports.getLast().spans().getFirst();
            OptionalInt other = entity(reports.getLast().speaker());
            known = speakers.addressed(new Span(before.from(), Math.min(before.to(), before.from() + OPENING)));
            if (known.equals(other)) {
                known = OptionalInt.empty();
            }
            entityOf.put(key, known);
        }
        return known;
    }
}
