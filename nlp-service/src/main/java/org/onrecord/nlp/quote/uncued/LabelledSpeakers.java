package org.onrecord.nlp.quote.uncued;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

import org.onrecord.contracts.EntityType;
import org.onrecord.contracts.MentionKind;
import org.onrecord.nlp.coreference.Entities;
import org.onrecord.nlp.coreference.Entities.EntityMention;
import org.onrecord.nlp.quote.content.Span;
import org.onrecord.nlp.quote.reading.Reading;

/**
 * Whom a label names: a person by the family name ({@code MILLER:}), or a role that the text gives somebody
 * ({@code PRIME MINISTER:}, where it has "the Prime Minister, Ann Lee"). Knows also what is no speaker.
 */
final class LabelledSpeakers {

    private static final int NEAR = 60;
    private static final int LONGEST_ROLE = 40;
    private static final int LONGEST_INITIALS = 4;
    /** Looked through for each label; more would make the work grow faster than the text. */
    private static final int MOST_BODIES = 100;

    private static final int MOST_ROLES = 20;
    private static final String TALKS =
            "(?:interview|spoke\\b|speak|talk|discuss|chat|ask|contact|correspond|sat down|caught up)";
    private static final Pattern INTERVIEWS = Pattern.compile(
            "(?:[Ww]ith|\\bto|\\bby) (?:the )?\u0001|\u0001\\W{0,3}(?:has |have |recently |\\w+ly )?" + TALKS);
    private static final Map<String, String> SHORT = Map.of("pm", "prime minister", "fm", "foreign minister");

    private final Reading reading;
    private final Entities entities;
    private final Map<String, Integer> byLastWord = new HashMap<>();
    private final Map<String, Integer> byInitials = new HashMap<>();
    private final Map<String, OptionalInt> byRole = new HashMap<>();

    LabelledSpeakers(Reading reading) {
        this.reading = reading;
        this.entities = reading.entities;
        for (int e = 0; e < entities.entities().size(); e++) {
            if (entities.entities().get(e).type() == EntityType.PERSON) {
                String name = entities.entities().get(e).name().toLowerCase(Locale.ROOT);
                byLastWord.putIfAbsent(name.substring(name.lastIndexOf(' ') + 1), e);
                putInitials(name, e);
            }
        }
    }

    private void putInitials(String name, int entity) {
        StringBuilder initials = new StringBuilder();
        for (String word : name.split("[ -]+")) {
            initials.append(Character.toUpperCase(word.isEmpty() ? ' ' : word.charAt(0)));
        }
        if (initials.length() > 1) {
            byInitials.putIfAbsent(initials.toString(), entity);
        }
    }

    /** Whether it ends with somebody's name. */
    boolean isPerson(Span name) {
        int last = name.to() - 1;
        return reading.isPersonsName(last) || byLastWord.containsKey(reading.lower[last]) || hasInitials(name);
    }

    /** {@code MS}, where an interview is with Michael Stone. */
    boolean hasInitials(Span name) {
        return byInitials.containsKey(reading.tokens.get(name.from()).text()) && name.to() - name.from() == 1;
    }

    boolean isRole(Span name) {
        return LabelWords.isRole(reading.lower[name.from()]) || LabelWords.isRole(reading.lower[name.to() - 1]);
    }

    /** {@code NOTE:}, {@code READ MORE:}, {@code ISLAMABAD:} */
    boolean isNobody(Span name) {
        int last = name.to() - 1;
        return isCaption(last)
                || LabelWords.isNoSpeaker(reading.lower[name.from()])
                || LabelWords.isNoSpeaker(reading.lower[last])
                || !isPerson(name) && is(name, EntityType.PLACE) && !isRole(name);
    }

    /** Whether a label's last word says that a picture's maker follows: {@code Max, a fox. Image:} */
    boolean isCaption(int last) {
        String word = reading.lower[last];
        return LabelWords.isCaption(word.substring(word.lastIndexOf('.') + 1));
    }

    boolean isOrganisation(Span name) {
        return is(name, EntityType.ORGANISATION);
    }

    private boolean is(Span name, EntityType type) {
        OptionalInt entity = mentioned(name);
        return entity.isPresent() && entities.entities().get(entity.getAsInt()).type() == type;
    }

    /** The entity that a label means, if the article names it. */
    OptionalInt entity(Span name) {
        OptionalInt mentioned = mentioned(name);
        if (mentioned.isPresent()) {
            return mentioned;
        }
        Integer known = byLastWord.get(reading.lower[name.to() - 1]);
        if (known == null && name.to() - name.from() == 1) {
            String label = reading.tokens.get(name.from()).text();
            known = byInitials.getOrDefault(label, house(label));
        }
        if (known != null) {
            return OptionalInt.of(known);
        }
        return isRole(name) ? holderOf(words(name)) : OptionalInt.empty();
    }

    /** {@code WN} for Wikinews: the letters of a body of one word, the first of them its first. */
    private Integer house(String label) {
        if (label.length() < 2 || label.length() > LONGEST_INITIALS || !label.equals(label.toUpperCase(Locale.ROOT))) {
            return null;
        }
        for (int e = 0; e < Math.min(MOST_BODIES, entities.entities().size()); e++) {
            String name = entities.entities().get(e).name().toUpperCase(Locale.ROOT);
            if (entities.entities().get(e).type() == EntityType.ORGANISATION
                    && name.indexOf(' ') < 0
                    && abbreviates(label, name)) {
                return e;
            }
        }
        return null;
    }

    private static boolean abbreviates(String label, String name) {
        int at = -1;
        for (int i = 0; i < label.length(); i++) {
            at = name.indexOf(label.charAt(i), at + 1);
            if (at < 0 || i == 0 && at > 0) {
                return false;
            }
        }
        return name.length() > label.length();
    }

    /** The body that the text before a token says it interviews somebody, or nothing. */
    Span interviewer(int before) {
        Span found = null;
        int end = reading.tokens.get(before).start();
        int token = 0;
        for (EntityMention mention : entities.mentions()) {
            if (mention.start() >= end) {
                break;
            }
            boolean body = mention.kind() == MentionKind.NAME
                    && entities.entities().get(mention.entity()).type() == EntityType.ORGANISATION;
            if (body && INTERVIEWS.matcher(around(mention, end)).find()) {
                while (reading.tokens.get(token).end() <= mention.start()) {
                    token++;
                }
                int to = token;
                while (to < before && reading.tokens.get(to).start() < mention.end()) {
                    to++;
                }
                found = new Span(token, to);
            }
        }
        return found;
    }

    private String around(EntityMention mention, int end) {
        String text = reading.text();
        return text.substring(Math.max(0, mention.start() - NEAR), mention.start())
                + '\u0001'
                + text.substring(mention.end(), Math.min(end, mention.end() + NEAR));
    }

    /** Who is named first in a turn's first words ({@code Mr Lee, good morning}), or empty. */
    OptionalInt addressed(Span words) {
        int from = reading.tokens.get(words.from()).start();
        int to = reading.tokens.get(words.to() - 1).end();
        for (int m = firstFrom(from); m < entities.mentions().size(); m++) {
            EntityMention mention = entities.mentions().get(m);
            if (mention.start() >= to) {
                break;
            }
            if (isPersonsName(mention)) {
                return OptionalInt.of(mention.entity());
            }
        }
        return OptionalInt.empty();
    }

    private boolean isPersonsName(EntityMention mention) {
        return mention.kind() == MentionKind.NAME
                && entities.entities().get(mention.entity()).type() == EntityType.PERSON;
    }

    private OptionalInt mentioned(Span name) {
        int from = reading.tokens.get(name.from()).start();
        int to = reading.tokens.get(name.to() - 1).end();
        OptionalInt last = OptionalInt.empty();
        for (int m = firstFrom(from); m < entities.mentions().size(); m++) {
            EntityMention mention = entities.mentions().get(m);
            if (mention.start() >= to) {
                break;
            }
            if (mention.kind() == MentionKind.NAME && mention.end() <= to) {
                last = OptionalInt.of(mention.entity());
            }
        }
        return last;
    }

    private int firstFrom(int offset) {
        int low = 0;
        int high = entities.mentions().size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (entities.mentions().get(middle).start() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private OptionalInt holderOf(String role) {
        OptionalInt holder = byRole.get(role);
        if (holder == null) {
            holder = holder(role);
            byRole.put(role, holder);
        }
        return holder;
    }

    /** The first person whom the text calls by a role: before the name, or behind it and a comma. */
    private OptionalInt holder(String words) {
        String role = SHORT.getOrDefault(words, words);
        if (role.length() > LONGEST_ROLE || byRole.size() > MOST_ROLES) {
            return OptionalInt.empty();
        }
        String text = reading.text();
        List<EntityMention> mentions = entities.mentions();
        int floor = 0;
        for (EntityMention mention : mentions) {
            if (isPersonsName(mention)) {
                String before = text.substring(Math.max(floor, mention.start() - NEAR), mention.start());
                int at = before.toLowerCase(Locale.ROOT).lastIndexOf(role);
                if (at >= 0 && staysInSentence(before.substring(at + role.length()))) {
                    return OptionalInt.of(mention.entity());
                }
                floor = Math.max(floor, mention.end());
            }
        }
        return OptionalInt.empty();
    }

    private static boolean staysInSentence(String between) {
        return between.chars().noneMatch(c -> c == '\n' || c == ';' || c == ':' || c == '?' || c == '!')
                && !between.contains(". ");
    }

    private String words(Span name) {
        return reading.text()
                .substring(
                        reading.tokens.get(name.from()).start(),
                        reading.tokens.get(name.to() - 1).end())
                .toLowerCase(Locale.ROOT);
    }
}
