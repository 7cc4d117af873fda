package org.onrecord.scraper.extract.metadata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of people in a byline or an author field: {@code By Ann Lee and Bob Ray, Political Correspondent} is Ann Lee and
 * Bob Ray. Desks, agencies, roles, addresses and handles are no people.
 */
final class PersonNames {
    private static final int MOST_NAMES = 12;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_LINE = 600;
    private static final int MOST_WORDS = 5;

    private static final Pattern PREFIX = Pattern.compile(
            "^(?:(?:story|text|words|written|posted|published|reported|review(?:ed)?|analysis|opinion|submitted|view all posts|more (?:stories|articles|posts))\\s+)?"
                    + "(?:by|author|authors|von|por|par|from)(?!\\w)\\s*[:\\-–|]?\\s*",
            Pattern.CASE_INSENSITIVE);
    /** What follows the names on one line: the date, the time, the number of readers. */
    private static final Pattern END = Pattern.compile(
            "(?:(?<=\\s)|(?<=[a-z])(?=[A-Z]))(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?\\s+\\d|(?<!\\w)contributions? (?:from|by)(?!\\w)|(?<!\\w)photograph(?:y|s|ed)(?!\\w)|(?<!\\w)(?:the )?associated press(?!\\w)|\\s(?:\\||•|·|—|–|-|/)\\s|\\s*\\d|\\s*@|\\s*\\(|https?:|(?<!\\w)(?:published|updated|posted|last modified|on behalf of|follow|for the|special to|on (?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))",
            Pattern.CASE_INSENSITIVE);

    /** A date that stands before the names: "Dec. 19, 2025 · Ann Lee". */
    private static final Pattern DATE_BEFORE = Pattern.compile(
            "^(?:\\p{L}{3,12}\\.? \\d{1,2}(?:st|nd|rd|th)?,?|\\d{1,2}\\.? \\p{L}{3,12}\\.?) (?:19|20)\\d{2}\\s*[·•|–—-]\\s*");

    private static final Pattern DIVIDER = Pattern.compile(
            "\\s*[,;&|/\\n•·、，]\\s*|\\s+(?:and|with|und|y|et|og|och|ja|ve|és|sowie)\\s+", Pattern.CASE_INSENSITIVE);
    /** In some languages "and" is a letter, which may stand for a name too. */
    private static final Pattern SHORT_AND = Pattern.compile(
            "(?<=\\p{Lu}\\p{L}{1,20} \\p{Lu}[\\p{L}-]{1,20}) (?:e|i|en|a|og) (?=\\p{Lu}\\p{L}+ \\p{Lu})");

    private static final Pattern FOREIGN_PREFIX = Pattern.compile(
            "^(?:[Dd]i|[Aa]v|[Aa]f|[Dd]oor|[Pp]rzez|[Aa]utore|[Tt]exte?|[Tt]ekst|[Oo]leh|[Yy]azan|[Ss]zerző|A cura di|[Rr]édigé par|[Pp]ublié par|[Dd]e)\\s*:?\\s+(?=\\p{Lu})");
    /** The reader of a name in Chinese, Japanese or Korean sees it by its letters. */
    private static final Pattern EAST_ASIAN =
            Pattern.compile("[\\p{IsHan}\\p{IsHangul}\\p{IsHiragana}\\p{IsKatakana}・]{2,8}");

    private static final Pattern EAST_ASIAN_TITLE = Pattern.compile("\\s*(?:記者|记者|기자|編集委員|特派員|[/／]?\\s*撰文)$");

    /** Words that stand in the names of desks, agencies and roles, never in a person's. */
    private static final Set<String> NOT_OF_PEOPLE = Set.of(
            ("staff editor editors editorial reporter reporters correspondent correspondents writer writers columnist contributor"
                            + " contributors contributing news newsroom desk bureau team admin administrator agency agencies press"
                            + " associated reuters afp ap bloomberg guest board media magazine times post journal herald tribune"
                            + " gazette daily weekly network online digital tv radio channel wire services service company inc llc"
                            + " ltd university institute department office producer photographer anchor analyst author authors"
                            + " webdesk web report reports reporting special content sponsored partner partners bbc cnn cbs nbc abc"
                            + " fox espn npr pbs pti ani ians xinhua tass upi archive page profile bio email twitter facebook"
                            + " instagram subscribe follow share comments comment posts view all read more about contact director"
                            + " chief executive senior junior associate assistant managing deputy political business sports tech"
                            + " technology science health politics entertainment lifestyle world national international local"
                            + " features investigations data video audio photos images getty newsletter podcast podcasts published"
                            + " updated wires syndicated courtesy user anonymous unknown none null home breaking official blog"
                            + " redazione redaktion redaktionen rédaction redaction redacción redaccion redação redactie redakcja"
                            + " redakce redaksi redaktionell toimitus szerkesztőség redakcija agenzia agentur agencia agência agence"
                            + " nachrichtenagentur dpa ansa efe lusa sda sid ntb ritzau belga anp pap kyodo yonhap uutiset nyheter"
                            + " zeitung tageblatt journalisten onlineredaktion webredaktion administrador webmaster"
                            + " review reviews group foundation association society committee council ministry government")
                    .split(" "));

    private static final Pattern EAST_ASIAN_DESK =
            Pattern.compile("新聞|新闻|通信|通讯|編集|编辑|編輯|本報|本报|記者|记者|社$|部$|网$|網$|뉴스|신문|편집|기자|방송");
    private static final Pattern FIRST_NAME = Pattern.compile("\\p{Lu}\\p{Ll}{2,14}");
    private static final Pattern ABBREVIATED = Pattern.compile("(?:(?<!\\w)[JS]r|(?<!\\w)\\p{Lu})\\.$");
    private static final Set<String> DEGREES = Set.of(
            "FOMA", "DABOM", "FACP", "FAAP", "DDS", "DVM", "LCSW", "PharmD", "CFP", "MS", "MA", "BA", "BSc", "MSc",
            "RD", "RDN", "LD", "MD", "PhD", "MPH", "MBA", "DO", "JD", "RN", "CPA", "Esq");

    /** The agencies that papers print in the place of a byline. */
    private static final Pattern AGENCY = Pattern.compile(
            "(?:the )?associated press|reuters|agence france[- ]presse|afp|pa media|press association",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> PARTICLES = Set.of(
            ("de da do dos das del della di du la le los van von der den ter ten bin ibn al el st ben abu y e i zu af av")
                    .split(" "));

    private static final Set<String> SUFFIXES =
            Set.of("jr", "sr", "ii", "iii", "iv", "phd", "md", "esq", "mp", "obe", "mbe", "cbe", "frcpc");

    private PersonNames() {}

    /** The people named in a line that begins with "By", or in a field that holds nothing but names. */
    static List<String> in(String line) {
        String rest = line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line.strip();
        rest = DATE_BEFORE.matcher(rest).replaceFirst("");
        for (int pass = 0; pass < 2; pass++) {
            rest = FOREIGN_PREFIX.matcher(PREFIX.matcher(rest).replaceFirst("")).replaceFirst("");
        }
        var end = END.matcher(rest);
        if (end.find() && end.start() > 0) {
            rest = rest.substring(0, end.start());
        }
        rest = SHORT_AND.matcher(rest).replaceAll(", ");
        if (AGENCY.matcher(rest.strip()).matches()) {
            return List.of(rest.strip());
        }
        return peopleIn(rest);
    }

    /** After a role or an employer, a comma leads on to more of the same; "and" may lead to another person. */
    private static List<String> peopleIn(String rest) {
        Map<String, String> names = new LinkedHashMap<>();
        Matcher divider = DIVIDER.matcher(rest);
        boolean insideRole = false;
        int start = 0;
        while (start <= rest.length() && names.size() < MOST_NAMES) {
            boolean more = divider.find();
            int end = more ? divider.start() : rest.length();
            String name = withoutDegree(
                    trimmed(PREFIX.matcher(rest.substring(start, end)).replaceFirst("")));
            boolean person = isPerson(name);
            if (person && !insideRole) {
                names.putIfAbsent(Likeness.normalised(name), inOrdinaryCapitals(name));
            }
            if (!more) {
                break;
            }
            insideRole = divider.group().strip().equals(",") && (insideRole || !person && !names.isEmpty());
            start = divider.end();
        }
        return new ArrayList<>(names.values());
    }

    /** A name printed in capitals, as many papers do, is written as people write it: ANN O'NEILL-LEE is Ann O'Neill-Lee. */
    static String inOrdinaryCapitals(String name) {
        if (!name.equals(name.toUpperCase(Locale.ROOT)) || name.indexOf('.') >= 0) {
            return name;
        }
        StringBuilder written = new StringBuilder(name.toLowerCase(Locale.ROOT));
        for (int i = 0; i < written.length(); i++) {
            if (i == 0 || " -'’".indexOf(written.charAt(i - 1)) >= 0) {
                written.setCharAt(i, Character.toUpperCase(written.charAt(i)));
            }
        }
        return written.toString();
    }

    private static String withoutDegree(String name) {
        String bare = name;
        int space = bare.lastIndexOf(' ');
        while (space > 0 && DEGREES.contains(bare.substring(space + 1).replace(".", ""))) {
            bare = bare.substring(0, space);
            space = bare.lastIndexOf(' ');
        }
        return bare;
    }

    /** Whether a line announces who wrote the article. */
    static boolean announces(String line) {
        return PREFIX.matcher(line).find()
                || line.length() <= LONGEST_NAME && FOREIGN_PREFIX.matcher(line).find();
    }

    private static String trimmed(String name) {
        String bare = EAST_ASIAN_TITLE.matcher(name.strip()).replaceFirst("");
        while (!bare.isEmpty()
                && "|.,:;-–—•·*\"“”".indexOf(bare.charAt(bare.length() - 1)) >= 0
                && !ABBREVIATED.matcher(bare).find()) {
            bare = bare.substring(0, bare.length() - 1).strip();
        }
        while (!bare.isEmpty() && "|.,:;-–—•·*\"“”".indexOf(bare.charAt(0)) >= 0) {
            bare = bare.substring(1).strip();
        }
        return bare;
    }

    /** The first name alone in a line that announces it: "By Ann"; empty if there is more or less in it. */
    static Optional<String> onlyFirstName(String line) {
        Matcher announced = PREFIX.matcher(line);
        if (!announced.find() || announced.end() == 0) {
            return Optional.empty();
        }
        return Optional.of(line.substring(announced.end()).strip()).filter(PersonNames::isFirstName);
    }

    /** Whether one word may be what somebody who is declared a person goes by. */
    static boolean isFirstName(String name) {
        return FIRST_NAME.matcher(name).matches() && !NOT_OF_PEOPLE.contains(name.toLowerCase(Locale.ROOT));
    }

    static boolean isPerson(String name) {
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.contains("://") || name.indexOf('@') >= 0) {
            return false;
        }
        if (EAST_ASIAN.matcher(name).matches()) {
            return !EAST_ASIAN_DESK.matcher(name).find();
        }
        String[] words = name.split("\\s+");
        if (name.indexOf(':') >= 0) {
            return false;
        }
        if (words.length < 2 || words.length > MOST_WORDS) {
            return false;
        }
        int capitalised = 0;
        for (String word : words) {
            String bare = word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
            if (NOT_OF_PEOPLE.contains(bare) || bare.isEmpty()) {
                return false;
            }
            boolean titleCase =
                    Character.isUpperCase(word.codePointAt(0)) || !Character.isLowerCase(word.codePointAt(0));
            if (titleCase || word.indexOf('\'') == 1 || word.indexOf('’') == 1) {
                capitalised++;
            } else if (!PARTICLES.contains(bare) && !SUFFIXES.contains(bare)) {
                return false;
            }
        }
        return capitalised >= 1;
    }
}
