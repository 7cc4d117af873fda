package org.onrecord.nlp.coreference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.onrecord.nlp.document.Document;
import org.onrecord.nlp.document.Token;

/**
 * The roles that stand beside a name: before it ("Secretary of State", "Pentagon spokesman Rear Adm") and after it
 * between commas ("John Kirby, the Pentagon spokesman, said").
 */
final class Roles {
    private static final int LONGEST = 12;
    /** "Secretary of State", "Pentagon spokesman Rear Adm", "former Iraqi foreign minister"; see {@link #kind}. */
    private static final Pattern BEFORE_NAME = Pattern.compile("(?:(?:C{0,4}T|[Cn]{0,4}r)(?:ot?C{1,4})?)+$");

    private static final Set<String> FORMS_OF_ADDRESS =
            Set.of("mr", "mrs", "ms", "miss", "mx", "sir", "dr", "lord", "dame");

    private Roles() {}

    static List<String> around(Document document, NameMention name) {
        List<String> roles = new ArrayList<>();
        before(document, name, roles);
        after(document, name, roles);
        return roles;
    }

    private static void before(Document document, NameMention name, List<String> roles) {
        List<Token> tokens = document.tokens();
        int from = Math.max(0, name.firstToken() - LONGEST);
        StringBuilder kinds = new StringBuilder();
        for (int i = from; i < name.firstToken(); i++) {
            kinds.append(kind(tokens.get(i)));
        }
        int end = isBetweenCommas(tokens, name) ? name.firstToken() - 1 : name.firstToken();
        kinds.setLength(Math.max(0, end - from));
        Matcher matcher = BEFORE_NAME.matcher(kinds);
        if (!matcher.find()) {
            return;
        }
        int start = from + matcher.start();
        String role =
                text(document, tokens.get(start).start(), tokens.get(end - 1).end());
        if (!FORMS_OF_ADDRESS.contains(Titles.plain(role))) {
            split(document, tokens, start, end, roles);
        }
    }

    /** "The union's secretary, Mary Byrne, said". */
    private static boolean isBetweenCommas(List<Token> tokens, NameMention name) {
        return name.firstToken() > 1
                && tokens.get(name.firstToken() - 1).text().equals(",")
                && name.endToken() < tokens.size()
                && tokens.get(name.endToken()).text().equals(",");
    }

    /** A letter for what a token can be in a role: T a title, r a role in lower case, C a capital, n a noun, o "of", t "the". */
    private static char kind(Token token) {
        String word = token.text();
        boolean capital = Character.isUpperCase(word.charAt(0));
        if (Titles.isTitleOrRole(word)) {
            return capital ? 'T' : 'r';
        }
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "of", "for" -> 'o';
            case "the" -> 't';
            default -> {
                boolean noun = token.tag().startsWith("NN") || token.tag().startsWith("JJ");
                yield noun && Character.isLetter(word.charAt(0)) ? capital ? 'C' : 'n' : '-';
            }
        };
    }

    /** "Pentagon spokesman Rear Adm" is a role and a rank: a lower-case head divides them. */
    private static void split(Document document, List<Token> tokens, int start, int end, List<String> roles) {
        int from = start;
        for (int i = start; i < end - 1; i++) {
            boolean head = Titles.isRole(tokens.get(i).text())
                    && Character.isLowerCase(tokens.get(i).text().charAt(0));
            if (head && Character.isUpperCase(tokens.get(i + 1).text().charAt(0))) {
                roles.add(text(document, tokens.get(from).start(), tokens.get(i).end()));
                from = i + 1;
            }
        }
        roles.add(text(document, tokens.get(from).start(), tokens.get(end - 1).end()));
    }

    private static void after(Document document, NameMention name, List<String> roles) {
        List<Token> tokens = document.tokens();
        int comma = name.endToken();
        if (comma >= tokens.size() || !tokens.get(comma).text().equals(",")) {
            return;
        }
        int end = comma + 1;
        boolean head = false;
        while (end < tokens.size() && end - comma <= LONGEST && continuesAppositive(tokens.get(end))) {
            head |= Titles.isRole(tokens.get(end).text());
            end++;
        }
        boolean closed = end < tokens.size()
                && (tokens.get(end).text().equals(",") || tokens.get(end).tag().equals("."));
        boolean list =
                end > comma + 1 && (tokens.get(comma + 1).tag().equals("CC") || isTitledName(tokens, comma + 1, end));
        if (head && closed && !list && end > comma + 1) {
            int start = tokens.get(comma + 1).tag().equals("DT") ? comma + 2 : comma + 1;
            if (start < end) {
                roles.add(text(
                        document, tokens.get(start).start(), tokens.get(end - 1).end()));
            }
        }
    }

    /** "Yousef Dale, Pope Francis, and a friend": the next one of a list, and no role of the first. */
    private static boolean isTitledName(List<Token> tokens, int start, int end) {
        int i = end - 1;
        while (i > start
                && tokens.get(i).tag().startsWith("NNP")
                && !Titles.isTitleOrRole(tokens.get(i).text())) {
            i--;
        }
        String word = tokens.get(i).text();
        return i < end - 1 && Titles.isTitleOrRole(word) && Character.isUpperCase(word.charAt(0));
    }

    private static boolean continuesAppositive(Token token) {
        String tag = token.tag();
        return tag.startsWith("NN")
                || tag.equals("DT")
                || tag.startsWith("JJ")
                || tag.equals("IN")
                || tag.equals("POS")
                || tag.equals("CD")
                || tag.equals("HYPH")
                || tag.equals("CC");
    }

    private static String text(Document document, int start, int end) {
        return document.text().substring(start, end).replaceAll("\\s+", " ");
    }
}
