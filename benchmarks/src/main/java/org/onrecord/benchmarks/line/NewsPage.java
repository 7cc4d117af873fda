package org.onrecord.benchmarks.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A page as those of the web are: some 300 KB, of which an article of about 700 words is a hundredth, between scripts, styles, menus,
 * teasers and comments. Who speaks and of whom follows a skewed distribution, as in the news: few are quoted often. The same number
 * gives the same page.
 */
final class NewsPage {

    private static final int WORDS = 700;
    private static final int SCRIPT_BYTES = 190_000;
    private static final int STYLE_BYTES = 60_000;
    private static final int PEOPLE = 40_000;
    private static final int BODIES = 8_000;

    private static final List<String> FIRST = List.of(
            "Anna", "Peter", "Maria", "David", "Laura", "James", "Nadia", "Omar", "Grace", "Tomas", "Helen", "Victor",
            "Ines", "Paul", "Sofia", "Daniel", "Ruth", "Carlos", "Emma", "Ahmed");
    private static final List<String> SYLLABLES = List.of(
            "bar", "den", "hol", "mar", "win", "ter", "ley", "son", "gra", "vel", "kin", "ros", "tan", "wick", "ford",
            "by", "han", "del", "mon", "ric");
    private static final List<String> ROLES = List.of(
            "Mayor",
            "Minister",
            "Senator",
            "Professor",
            "Chief executive",
            "Spokesman",
            "Councillor",
            "Inspector",
            "Coach",
            "Dr.");
    private static final List<String> KINDS =
            List.of("Council", "Ministry", "University", "Institute", "Company", "Union", "Bank", "Agency");
    private static final List<String> SUBJECTS = List.of(
            "the harbour",
            "the new tram line",
            "the budget",
            "the school roof",
            "the hospital",
            "the water supply",
            "the election",
            "the strike",
            "the wind farm",
            "the stadium",
            "the road works",
            "the housing plan");
    private static final List<String> VERBS = List.of(
            "will need more time",
            "was never meant to fail",
            "costs twice what was planned",
            "must be open to everybody",
            "is safe for the winter",
            "cannot be put off again",
            "shows what a town can do",
            "was decided behind closed doors",
            "has been checked three times",
            "brings work to the region");
    private static final List<String> CUES =
            List.of("said", "said", "said", "told reporters", "added", "warned", "argued", "insisted");
    private static final List<String> FILLERS = List.of(
            "The plan goes back to a study of eleven years ago, which nobody had read until this spring.",
            "Residents had asked for a hearing in March and again in June.",
            "Work on the site stopped when the ground water rose by two metres.",
            "The committee will meet again on Thursday behind the old market hall.",
            "Figures that were published last week show a fall of four per cent since January.",
            "Several hundred people stood in the rain to hear the result.",
            "The money comes from a fund that was set up after the flood.",
            "It is the third delay within a year, and not the longest.");

    private static final int VARIANTS = 16;
    /** In a hundred. */
    private static final int NEW_LINES = 20;

    private static final List<String> MARKS = List.of(".", "(", ");", "={", "}", ":\"", "\",", "-", "_", "/", " ", "=");
    private static final List<String> STYLES = fillers(STYLE_BYTES);
    private static final List<String> SCRIPTS = fillers(SCRIPT_BYTES);

    private NewsPage() {}

    static String html(int number, String host) {
        Random random = new Random(number * 31L + 7);
        String headline = sentence(random, "") + " in " + place(random);
        StringBuilder page = new StringBuilder(320_000);
        page.append("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
                .append(headline)
                .append(" | The Courier</title><meta property=\"article:published_time\" content=\"2026-")
                .append(two(1 + random.nextInt(11)))
                .append('-')
                .append(two(1 + random.nextInt(28)))
                .append("T08:00:00Z\"><link rel=\"canonical\" href=\"/news/")
                .append(number)
                .append(".html\">");
        page.append("<style>").append(STYLES.get(number % VARIANTS)).append("</style><script>");
        page.append(SCRIPTS.get(number % VARIANTS)).append("</script>");
        page.append("</head><body><header><nav><ul>");
        for (int i = 0; i < 80; i++) {
            page.append("<li><a href=\"/section/")
                    .append(i)
                    .append("\">Section ")
                    .append(i)
                    .append("</a></li>");
        }
        page.append("</ul></nav></header><main><article><h1>")
                .append(headline)
                .append("</h1><p class=\"byline\">By ")
                .append(person(random))
                .append("</p>");
        article(page, random);
        page.append("</article><aside>");
        for (int i = 0; i < 60; i++) {
            page.append("<div class=\"teaser\"><a href=\"/news/")
                    .append(number + i + 1)
                    .append(".html\"><img src=\"/i/")
                    .append(i)
                    .append(".jpg\" alt=\"\"><h3>")
                    .append(sentence(random, ""))
                    .append("</h3></a><p>")
                    .append(FILLERS.get(random.nextInt(FILLERS.size())))
                    .append("</p></div>");
        }
        return page.append("</aside></main><footer><p>The Courier of ")
                .append(host)
                .append("</p></footer></body></html>")
                .toString();
    }

    private static void article(StringBuilder page, Random random) {
        long words = 0;
        String speaker = person(random);
        String body = body(random);
        while (words < WORDS) {
            StringBuilder paragraph = new StringBuilder();
            if (random.nextInt(3) == 0) {
                speaker = person(random);
                body = body(random);
            }
            switch (random.nextInt(4)) {
                case 0 ->
                    paragraph
                            .append("“")
                            .append(sentence(random, body))
                            .append(",” ")
                            .append(ROLES.get(random.nextInt(ROLES.size())))
                            .append(' ')
                            .append(speaker)
                            .append(' ')
                            .append(cue(random))
                            .append(". ")
                            .append(FILLERS.get(random.nextInt(FILLERS.size())));
                case 1 ->
                    paragraph
                            .append(surname(speaker))
                            .append(' ')
                            .append(cue(random))
                            .append(" that ")
                            .append(small(sentence(random, body)))
                            .append(". ")
                            .append(FILLERS.get(random.nextInt(FILLERS.size())));
                case 2 ->
                    paragraph
                            .append("The ")
                            .append(body)
                            .append(" said on Monday it “")
                            .append(VERBS.get(random.nextInt(VERBS.size())))
                            .append("”. ")
                            .append(FILLERS.get(random.nextInt(FILLERS.size())));
                default ->
                    paragraph
                            .append(FILLERS.get(random.nextInt(FILLERS.size())))
                            .append(' ')
                            .append(FILLERS.get(random.nextInt(FILLERS.size())))
                            .append(" People in ")
                            .append(place(random))
                            .append(" watched it closely.");
            }
            words += paragraph.chars().filter(c -> c == ' ').count() + 1;
            page.append("<p>").append(paragraph).append("</p>");
        }
    }

    private static String sentence(Random random, String body) {
        return "We think " + SUBJECTS.get(random.nextInt(SUBJECTS.size())) + (body.isEmpty() ? "" : " of the " + body)
                + ' ' + VERBS.get(random.nextInt(VERBS.size())) + " by " + (2027 + random.nextInt(900)) % 1000;
    }

    /** By the power law of the news: a third of all quotes are of a hundredth of the people. */
    private static int skewed(Random random, int most) {
        return (int) (most * Math.pow(random.nextDouble(), 3));
    }

    private static String person(Random random) {
        int number = skewed(random, PEOPLE);
        return FIRST.get(number % FIRST.size()) + ' ' + capital(name(number / FIRST.size()));
    }

    private static String body(Random random) {
        int number = skewed(random, BODIES);
        return capital(name(number / KINDS.size() + 5_000)) + ' ' + KINDS.get(number % KINDS.size());
    }

    private static String place(Random random) {
        return capital(name(9_000 + skewed(random, 3_000)));
    }

    private static String name(int number) {
        StringBuilder name = new StringBuilder();
        for (int rest = number + SYLLABLES.size(); rest > 0; rest /= SYLLABLES.size()) {
            name.append(SYLLABLES.get(rest % SYLLABLES.size()));
        }
        return name.toString();
    }

    private static String cue(Random random) {
        return CUES.get(random.nextInt(CUES.size()));
    }

    private static String surname(String person) {
        return person.substring(person.indexOf(' ') + 1);
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static String small(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }

    /**
     * Code that packs as that of real pages does, to a sixth, in some 4 ms of a core: most of it stands there a second time. Made
     * once, since it is not the sites that are measured.
     */
    private static List<String> fillers(int bytes) {
        return IntStream.range(0, VARIANTS)
                .mapToObj(variant -> filler(new Random(variant), bytes))
                .toList();
    }

    private static String filler(Random random, int bytes) {
        List<String> lines = new ArrayList<>();
        StringBuilder text = new StringBuilder(bytes + 200);
        while (text.length() < bytes) {
            if (lines.isEmpty() || random.nextInt(100) < NEW_LINES) {
                lines.add(line(random));
                text.append(lines.getLast());
            } else {
                text.append(lines.get(random.nextInt(lines.size())));
            }
        }
        return text.toString();
    }

    private static String line(Random random) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            line.append(i % 2 == 0 ? name(random.nextInt(50_000)) : Long.toString(random.nextLong(1L << 36), 36))
                    .append(MARKS.get(random.nextInt(MARKS.size())));
        }
        return line.append('\n').toString();
    }
}
