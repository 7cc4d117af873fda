package org.onrecord.nlp.coreference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.onrecord.contracts.EntityType;
import org.onrecord.nlp.document.Document;
import org.onrecord.nlp.document.Token;
import org.onrecord.nlp.name.Name;

/** Brings the names of a document into the form in which they are compared. */
final class NameMentions {
    /** More stand before no name: "His Royal Highness Field Marshal the Right Honourable Sir". */
    private static final int MOST_TITLES = 12;

    private NameMentions() {}

    static List<NameMention> of(Document document, List<Name> names) {
        List<NameMention> mentions = new ArrayList<>(names.size());
        List<Token> tokens = document.tokens();
        int token = 0;
        for (Name name : names) {
            while (token < tokens.size() && tokens.get(token).end() <= name.start()) {
                token++;
            }
            int end = token;
            while (end < tokens.size() && tokens.get(end).start() < name.end()) {
                end++;
            }
            String surface = document.text().substring(name.start(), name.end()).replaceAll("\\s+", " ");
            Gender gender = name.type() == EntityType.PERSON ? gender(tokens, token, end) : Gender.UNKNOWN;
            mentions.add(new NameMention(
                    token,
                    end,
                    name.start(),
                    name.end(),
                    surface,
                    name.type(),
                    NameWords.of(surface, name.type()),
                    gender));
        }
        return unify(mentions);
    }

    /** By the titles before the name, or by one that is its first word: "Queen Elizabeth II". */
    private static Gender gender(List<Token> tokens, int token, int end) {
        boolean titled = end - token > 1 && Titles.isTitle(tokens.get(token).text());
        Gender own = titled ? Titles.gender(tokens.get(token).text()) : Gender.UNKNOWN;
        return own == Gender.UNKNOWN ? genderBefore(tokens, token) : own;
    }

    private static Gender genderBefore(List<Token> tokens, int token) {
        Gender gender = Gender.UNKNOWN;
        int from = Math.max(0, token - MOST_TITLES);
        for (int i = token - 1;
                i >= from
                        && gender == Gender.UNKNOWN
                        && Titles.isTitleOrRole(tokens.get(i).text());
                i--) {
            gender = Titles.gender(tokens.get(i).text());
        }
        return gender;
    }

    /** The same words are the same kind of thing throughout an article: the kind that most of them have. */
    private static List<NameMention> unify(List<NameMention> mentions) {
        Map<String, int[]> counts = new HashMap<>();
        for (NameMention mention : mentions) {
            counts.computeIfAbsent(mention.key(), k -> new int[EntityType.values().length])[
                    mention.type().ordinal()]++;
        }
        return mentions.stream()
                .map(mention -> mention.as(most(counts.get(mention.key()), mention.type())))
                .toList();
    }

    private static EntityType most(int[] counts, EntityType own) {
        EntityType most = own;
        for (EntityType type : EntityType.values()) {
            if (counts[type.ordinal()] > counts[most.ordinal()]) {
                most = type;
            }
        }
        return most;
    }
}
