package org.onrecord.nlp.quote.uncued;

import org.onrecord.nlp.document.Paragraph;
import org.onrecord.nlp.quote.content.Span;
import org.onrecord.nlp.quote.cue.SpeakingNouns;
import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.reading.WordClass;
import org.onrecord.nlp.quote.report.Confidence;

/**
 * Headlines that report without a verb: {@code Minister: no new taxes}, {@code No new taxes: minister} and
 * {@code ‘We were not warned’: mayor tells of the flood}.
 */
final class HeadlineSpeaker {

    static final String RULE = "headline-colon";

    private static final int LONGEST_NAME = 7;
    private static final int LONGEST = 40;

    private final Reading reading;
    private final LabelledSpeakers speakers;

    /** A headline's speaker and words; the mark is the token between them. */
    record Found(int mark, Span speaker, Span content, double confidence) {}

    HeadlineSpeaker(Reading reading, LabelledSpeakers speakers) {
        this.reading = reading;
        this.speakers = speakers;
    }

    /** What a title reports, or null; more than one sentence is none. */
    Found find(Span title) {
        boolean headline = reading.document
                        .paragraphs()
                        .get(reading.sentence(title.from()).paragraph())
                        .kind()
                == Paragraph.Kind.HEADLINE;
        boolean oneSentence = reading.sentence(title.from()).to() == title.to();
        if (title.to() - title.from() > LONGEST || !headline && !oneSentence) {
            return null;
        }
        for (int i = title.from() + 1; i < title.to() - 1; i++) {
            boolean colon = reading.classes[i] == WordClass.COLON;
            if ((colon || reading.classes[i] == WordClass.DASH) && !reading.quoted(i)) {
                Found found = colon ? before(title, i) : null;
                return found != null ? found : behind(title, i);
            }
        }
        return null;
    }

    private Found before(Span title, int colon) {
        Span name = new Span(title.from(), colon);
        if (colon - title.from() > LONGEST_NAME
                || speakers.isNobody(name)
                || title.to() - colon < 3
                || isMoreThanAName(name)) {
            return null;
        }
        boolean person = endsWithSpeaker(name);
        if (!person && !speakers.isOrganisation(name)) {
            return null;
        }
        int end = reading.opensStretch(colon + 1) ? reading.stretchEnd(colon + 1) : title.to();
        return new Found(
                colon, name, new Span(colon + 1, end), person ? Confidence.HEADLINE_PERSON : Confidence.HEADLINE_BODY);
    }

    private Found behind(Span title, int mark) {
        int end = mark + 1;
        while (end < title.to() && !isVerb(end) && reading.classes[end] != WordClass.PREPOSITION) {
            end++;
        }
        Span name = new Span(mark + 1, end);
        boolean whole = end == title.to();
        boolean quoted = reading.closesStretch(mark - 1);
        if (end == mark + 1 || end - mark > LONGEST_NAME || !whole && !quoted || speakers.isNobody(name)) {
            return null;
        }
        boolean speaks = endsWithSpeaker(name);
        boolean said = quoted || reading.classes[mark] == WordClass.COLON || reading.hasFiniteVerb(title.from(), mark);
        return speaks && said ? new Found(mark, name, new Span(title.from(), mark), Confidence.HEADLINE_PERSON) : null;
    }

    private boolean endsWithSpeaker(Span name) {
        int last = name.to() - 1;
        return reading.isPersonsName(last)
                || SpeakingNouns.contains(reading.lower[last])
                || speakers.isRole(new Span(last, name.to()));
    }

    private boolean isMoreThanAName(Span name) {
        for (int i = name.from(); i < name.to(); i++) {
            boolean adjunct = reading.classes[i] == WordClass.PREPOSITION
                    && !reading.lower[i].equals("of")
                    && !reading.lower[i].equals("for");
            if (reading.classes[i] == WordClass.AUXILIARY || adjunct) {
                return true;
            }
        }
        return false;
    }

    private boolean isVerb(int i) {
        return reading.classes[i] == WordClass.VERB || reading.classes[i] == WordClass.AUXILIARY;
    }
}
