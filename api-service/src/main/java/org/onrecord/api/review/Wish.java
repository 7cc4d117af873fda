package org.onrecord.api.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.onrecord.api.entity.NameKey;
import org.onrecord.api.review.QuoteDecision.NamedSpeaker;
import org.onrecord.chassis.problem.ProblemException;
import org.onrecord.contracts.Entity;
import org.onrecord.contracts.EntityType;
import org.onrecord.contracts.Field;
import org.onrecord.contracts.Mention;
import org.onrecord.contracts.MentionKind;
import org.onrecord.contracts.Quote;
import org.onrecord.contracts.QuoteKind;
import org.onrecord.contracts.Span;
import org.onrecord.contracts.Speaker;
import org.onrecord.contracts.Stance;

/** From what an editor asks for to a quote as they have it, held against the article. Not thread-safe. */
final class Wish {

    private static final int MOST_PIECES = 20;
    private static final int MOST_SPEAKERS = 20;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_WORDS = 20_000;

    private final Reading reading;
    private final Quote quote;
    private final Places places;
    private final Voices voices;
    private final Function<UUID, Optional<Entity>> byId;

    /**
     * @param quote as it is answered now
     * @param byId who goes by an id in any current article
     */
    Wish(Reading reading, Quote quote, Function<UUID, Optional<Entity>> byId) {
        this.reading = reading;
        this.quote = quote;
        this.places = new Places(reading);
        this.voices = new Voices(reading, places);
        this.byId = byId;
    }

    /** The quote as it is answered now. */
    Statement asItIs() {
        return statement(quote.spans(), quote.kind(), quote.stance(), speakers());
    }

    /**
     * The quote with what an editor changes.
     *
     * @throws ProblemException if it changes nothing, or something that the article does not have
     */
    Statement corrected(QuoteDecision wish) {
        Optional<List<Span>> spans = wish.spans()
                .filter(list -> !list.isEmpty())
                .map(this::checked)
                .or(() -> wish.text().map(this::typed));
        boolean nobody = wish.unattributed().orElse(false);
        Optional<List<Statement.Voice>> named =
                wish.speakers().filter(list -> !list.isEmpty()).map(list -> voices(list, spans.orElse(quote.spans())));
        if (nobody && named.isPresent()) {
            throw ProblemException.invalid("unattributed", "must be left out where speakers are named");
        }
        if (spans.isEmpty() && named.isEmpty() && !nobody && wish.stance().isEmpty()) {
            throw ProblemException.invalid(
                    "decision", "must say with spans, text, stance, speakers or unattributed what is corrected");
        }
        boolean sameWords = spans.map(quote.spans()::equals).orElse(true);
        List<Span> words = spans.orElse(quote.spans());
        return statement(
                words,
                sameWords ? quote.kind() : kind(places.words(words)),
                wish.stance().map(Wish::stance).orElse(quote.stance()),
                nobody ? List.of() : named.orElseGet(this::speakers));
    }

    private Statement statement(List<Span> words, QuoteKind kind, Stance stance, List<Statement.Voice> speakers) {
        return new Statement(words.stream().map(this::anchor).toList(), kind, stance, speakers);
    }

    private Anchor anchor(Span span) {
        return Anchor.of(reading.text(span.field()), span);
    }

    private static Stance stance(String name) {
        try {
            return Stance.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("stance", "must be said, asked, denied or unsaid");
        }
    }

    private static EntityType type(String name) {
        try {
            return EntityType.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("speakers.type", "must be person, organisation or place");
        }
    }

    private List<Statement.Voice> speakers() {
        return quote.speakers().stream().map(this::voice).toList();
    }

    private Statement.Voice voice(Speaker speaker) {
        if (speaker.entityId() == null) {
            return new Statement.Voice(anchor(speaker.span()), null, null, null);
        }
        Entity entity = reading.entities().get(speaker.entityId());
        return new Statement.Voice(
                anchor(speaker.span()),
                entity.name(),
                entity.type(),
                reading.entityIds().get(speaker.entityId()).pinned().orElse(null));
    }

    private List<Span> checked(List<Span> spans) {
        if (spans.size() > MOST_PIECES) {
            throw ProblemException.invalid("spans", "must be at most " + MOST_PIECES);
        }
        List<Span> checked = new ArrayList<>();
        for (Span span : spans) {
            check("spans", span);
            if (!checked.isEmpty()
                    && (checked.getLast().field() != span.field()
                            || checked.getLast().end() > span.start())) {
                throw ProblemException.invalid(
                        "spans", "must be of one field, in reading order and apart from each other");
            }
            checked.add(span);
        }
        return checked;
    }

    private Span check(String what, Span span) {
        if (span == null || span.field() == null) {
            throw ProblemException.invalid(what, "must have field, start and end");
        }
        String text = reading.text(span.field());
        boolean within = span.start() >= 0 && span.start() < span.end() && span.end() <= text.length();
        if (!within
                || Anchor.isWithinCharacter(text, span.start())
                || Anchor.isWithinCharacter(text, span.end())
                || FoldedText.fold(text.substring(span.start(), span.end())).isEmpty()) {
            throw ProblemException.invalid(what, "must be words of the article as it is now");
        }
        return span;
    }

    private List<Span> typed(String words) {
        Span first = quote.spans().getFirst();
        return List.of(found("text", words, first.field(), first.start()));
    }

    private Span found(String what, String words, Field field, int near) {
        if (words.length() > LONGEST_WORDS) {
            throw ProblemException.invalid(what, "must be at most " + LONGEST_WORDS + " characters");
        }
        return places.of(Anchor.typed(field, words, near))
                .orElseThrow(() -> ProblemException.invalid(what, "must be words of the article as it is now"));
    }

    /** By the marks alone, where the machine's own kind is of other words. */
    private static QuoteKind kind(String words) {
        String marks = "\"“”„«»";
        boolean within = marks.indexOf(words.charAt(0)) >= 0 && marks.indexOf(words.charAt(words.length() - 1)) >= 0;
        boolean any = words.chars().anyMatch(c -> marks.indexOf(c) >= 0);
        return within ? QuoteKind.DIRECT : any ? QuoteKind.MIXED : QuoteKind.INDIRECT;
    }

    private List<Statement.Voice> voices(List<NamedSpeaker> named, List<Span> words) {
        if (named.size() > MOST_SPEAKERS) {
            throw ProblemException.invalid("speakers", "must be at most " + MOST_SPEAKERS);
        }
        return named.stream().map(each -> voice(each, words.getFirst())).toList();
    }

    private Statement.Voice voice(NamedSpeaker named, Span near) {
        if (named == null) {
            throw ProblemException.invalid("speakers", "must be objects");
        }
        Optional<Span> given = named.span()
                .map(span -> check("speakers.span", span))
                .or(() -> named.words().map(words -> found("speakers.words", words, near.field(), near.start())));
        if (named.entityId().isPresent()) {
            UUID id = named.entityId().get();
            Entity entity = byId.apply(id)
                    .orElseThrow(() -> ProblemException.invalid(
                            "speakers.entityId", "must be of /v1/entities: no current article mentions it"));
            Optional<Integer> here = voices.known(entity.name(), Optional.of(id));
            return new Statement.Voice(
                    anchor(place(given, here, entity.name(), near)), entity.name(), entity.type(), id);
        }
        if (named.name().isEmpty()) {
            return new Statement.Voice(
                    anchor(given.orElseThrow(() -> ProblemException.invalid(
                            "speakers.name", "must be given, or entityId, or words that name nobody in particular"))),
                    null,
                    null,
                    null);
        }
        String name = named.name().get().strip();
        if (NameKey.of(name).isEmpty()
                || name.length() > LONGEST_NAME
                || name.chars().anyMatch(Character::isISOControl)) {
            throw ProblemException.invalid(
                    "speakers.name", "must hold a letter or digit, and at most " + LONGEST_NAME + " characters");
        }
        Optional<EntityType> wanted = named.type().map(Wish::type);
        Optional<Integer> here =
                wanted.isPresent() ? voices.ofType(name, wanted.get()) : voices.known(name, Optional.empty());
        EntityType type = wanted.or(
                        () -> here.map(number -> reading.entities().get(number).type()))
                .orElse(EntityType.PERSON);
        return new Statement.Voice(anchor(place(given, here, name, near)), name, type, null);
    }

    /** The words that name a speaker: as given; where the article names them nearest; or those of whom the machine took it to be. */
    private Span place(Optional<Span> given, Optional<Integer> entity, String name, Span near) {
        return given.or(() -> entity.flatMap(number -> nearestMention(number, near)))
                .or(() -> places.of(Anchor.typed(near.field(), name, near.start())))
                .or(() -> Optional.ofNullable(quote.speaker()).map(Speaker::span))
                .orElseThrow(() -> ProblemException.invalid(
                        "speakers.words", "must say which words of the article name the speaker: it has no such name"));
    }

    private Optional<Span> nearestMention(int entity, Span near) {
        return reading.mentions().stream()
                .filter(mention -> mention.entityId() == entity
                        && mention.kind() == MentionKind.NAME
                        && mention.span().field() == near.field())
                .map(Mention::span)
                .min(Comparator.comparingInt(span -> Math.abs(span.start() - near.start())));
    }
}
