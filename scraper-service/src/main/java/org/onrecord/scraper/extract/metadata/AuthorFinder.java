package org.onrecord.scraper.extract.metadata;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.nodes.Element;

import org.onrecord.scraper.extract.page.Marks;
import org.onrecord.scraper.extract.page.Region;
import org.onrecord.scraper.extract.page.TextBlock;
import org.onrecord.scraper.extract.page.Trait;
import org.onrecord.scraper.extract.page.Words;

/**
 * Who wrote the article: people only. The first source that names anyone is believed, in the order of the table; a
 * printed byline that names all of them and more is believed over it, since some systems declare only the first author.
 */
final class AuthorFinder {
    private static final int LONGEST_BYLINE_WORDS = 40;
    private static final int LONGEST_PROFILE_LINE = 25;
    private static final int BLOCKS_OF_BYLINE = 12;

    private static final int LONGEST_SIGNATURE = 8;
    private static final Pattern SIGNED =
            Pattern.compile("^(?:written|words|article|post) by(?!\\w)", Pattern.CASE_INSENSITIVE);

    private static final Pattern CONTRIBUTION = Pattern.compile(
            "(?<!\\w)(?:contributions? (?:from|by)|photograph(?:y|s|ed) by|photos? by|styled by|illustrations? by|edited by|additional reporting by)(?!\\w)\\s*",
            Pattern.CASE_INSENSITIVE);

    private record Source(String name, Function<PageFacts, List<String>> read) {}

    private static final List<Source> DECLARED = List.of(
            new Source("json-ld", AuthorFinder::linked),
            new Source(
                    "meta",
                    facts -> metaNames(
                            facts, "parsely-author", "sailthru.author", "byl", "article:author_name", "author")),
            new Source("itemprop", AuthorFinder::properties),
            new Source("rel", facts -> people(texts(facts.page().marks().authorLinks()), facts)),
            new Source(
                    "meta",
                    facts -> metaNames(
                            facts,
                            "article:author",
                            "dc.creator",
                            "dcterms.creator",
                            "dc.contributor",
                            "twitter:data1")));

    private AuthorFinder() {}

    static Found<List<String>> find(PageFacts facts) {
        List<String> printed = printed(facts);
        Set<String> others = contributors(facts);
        for (Source source : DECLARED) {
            List<String> names = source.read().apply(facts).stream()
                    .filter(name -> !others.contains(Likeness.normalised(name)))
                    .toList();
            if (!names.isEmpty()) {
                boolean printedSaysMore =
                        printed.size() > names.size() && normalised(printed).containsAll(normalised(names));
                return printedSaysMore ? new Found<>(printed, "byline") : new Found<>(names, source.name());
            }
        }
        if (!printed.isEmpty()) {
            return new Found<>(printed, "byline");
        }
        List<String> marked = markedInline(facts);
        if (!marked.isEmpty()) {
            return new Found<>(marked, "byline");
        }
        List<String> ledTo = linkedProfiles(facts);
        if (!ledTo.isEmpty()) {
            return new Found<>(ledTo, "link");
        }
        List<String> signed = signed(facts);
        if (!signed.isEmpty()) {
            return new Found<>(signed, "signature");
        }
        List<String> told = StandfirstByline.names(facts);
        if (!told.isEmpty()) {
            return new Found<>(told, "standfirst");
        }
        return firstName(facts)
                .map(name -> new Found<>(List.of(name.value()), name.from()))
                .orElseGet(() -> new Found<>(List.of(), "none"));
    }

    private static Set<String> normalised(List<String> names) {
        Set<String> set = new HashSet<>();
        names.forEach(name -> set.add(Likeness.normalised(name)));
        return set;
    }

    private static List<String> linked(PageFacts facts) {
        List<String> names = new ArrayList<>();
        facts.linked().ifPresent(article -> {
            Set<String> organisations = article.organisations();
            article.authors().stream()
                    .filter(name -> !organisations.contains(name))
                    .filter(name ->
                            !isNamedAsSite(name, facts) || !article.persons().contains(name))
                    .forEach(names::add);
        });
        List<String> people = new ArrayList<>();
        facts.linked()
                .ifPresent(article -> article.persons().stream()
                        .filter(name -> isNamedAsSite(name, facts))
                        .flatMap(name -> PersonNames.in(name).stream())
                        .forEach(people::add));
        people.addAll(people(names, facts));
        if (people.isEmpty()) {
            facts.linked()
                    .ifPresent(article -> article.persons().stream()
                            .filter(name -> !isNamedAsSite(name, facts) && PersonNames.isFirstName(name))
                            .forEach(people::add));
        }
        return people;
    }

    /** Some people's sites are called what they are called. */
    private static boolean isNamedAsSite(String name, PageFacts facts) {
        return facts.siteName()
                .map(site -> Likeness.normalised(site.value()).equals(Likeness.normalised(name)))
                .orElse(false);
    }

    private static List<String> metaNames(PageFacts facts, String... fields) {
        for (String field : fields) {
            List<String> names = people(facts.meta().all(field), facts);
            if (!names.isEmpty()) {
                return names;
            }
        }
        return List.of();
    }

    private static List<String> properties(PageFacts facts) {
        List<Element> names = new ArrayList<>();
        for (Element author : facts.page().marks().properties()) {
            if (author.attr("itemprop").equals("author") && author.closest("figure, figcaption") == null) {
                Element name = Brief.is(author) ? author.selectFirst("[itemprop=name], a") : null;
                names.add(name == null ? author : name);
            }
        }
        return people(texts(names), facts);
    }

    /** Inline elements named for an author, within the lines about the headline. */
    private static List<String> markedInline(PageFacts facts) {
        List<TextBlock> around = facts.aroundHeadline();
        int start =
                around.stream().mapToInt(block -> block.source().start()).min().orElse(0);
        int end = around.stream().mapToInt(block -> block.source().end()).max().orElse(0);
        List<Element> near = facts.page().marks().bylines().stream()
                .filter(byline -> byline.tag().start() >= start && byline.tag().end() <= end)
                .limit(2)
                .map(Marks.Placed::element)
                .toList();
        return people(texts(near), facts);
    }

    /** Lines about the headline that are links to an author's page. */
    private static List<String> linkedProfiles(PageFacts facts) {
        List<TextBlock> around = facts.aroundHeadline();
        List<String> names = new ArrayList<>();
        for (Element link : facts.page().marks().profiles()) {
            String text = Brief.is(link) ? Words.clean(link.text()) : "";
            boolean near = !text.isEmpty()
                    && around.stream()
                            .limit(BLOCKS_OF_BYLINE)
                            .anyMatch(block -> block.words() <= LONGEST_PROFILE_LINE
                                    && block.text().contains(text));
            if (near && names.size() < 4) {
                names.add(text);
            }
        }
        // An agency has such a page too.
        return people(names, facts).stream().filter(PersonNames::isPerson).toList();
    }

    private static List<String> texts(List<Element> elements) {
        List<String> texts = new ArrayList<>();
        for (Element element : elements) {
            String text = Brief.is(element) ? Words.clean(element.text()) : "";
            if (!text.isEmpty() && Words.count(text) <= LONGEST_BYLINE_WORDS && texts.size() < 4) {
                texts.add(text);
            }
        }
        return texts;
    }

    private static List<String> people(List<String> texts, PageFacts facts) {
        Map<String, String> people = new LinkedHashMap<>();
        Optional<String> site = facts.siteName().map(found -> Likeness.normalised(found.value()));
        for (String text : texts) {
            for (String name : PersonNames.in(text)) {
                String key = Likeness.normalised(name);
                if (site.map(own -> !own.equals(key)).orElse(true)) {
                    people.putIfAbsent(key, name);
                }
            }
        }
        return new ArrayList<>(people.values());
    }

    /** The first line about the headline that begins with "By" or is marked as a byline. */
    private static List<String> printed(PageFacts facts) {
        List<TextBlock> blocks = facts.aroundHeadline();
        for (int i = 0; i < blocks.size(); i++) {
            List<String> names = byline(blocks, i, facts);
            if (!names.isEmpty()) {
                return names;
            }
        }
        return List.of();
    }

    private static List<String> byline(List<TextBlock> blocks, int at, PageFacts facts) {
        TextBlock block = blocks.get(at);
        if (block.words() > LONGEST_BYLINE_WORDS || isOfPicture(block.region(), facts.headline())) {
            return List.of();
        }
        boolean announced = PersonNames.announces(block.text());
        if (announced && block.words() <= 2 && at + 1 < blocks.size()) {
            return people(List.of(blocks.get(at + 1).text()), facts);
        }
        if (!announced && !(isMarked(block) && block.words() <= 12)) {
            return List.of();
        }
        boolean linksAreItsOwn = block.links() > 0 && block.region().words() == block.words();
        List<String> linkedNames =
                linksAreItsOwn ? people(block.region().element().select("a").eachText(), facts) : List.of();
        return linkedNames.isEmpty() ? people(List.of(block.text()), facts) : linkedNames;
    }

    private static boolean isMarked(TextBlock block) {
        Region at = block.region();
        for (int up = 0; up < 3 && at != null && at.words() <= LONGEST_BYLINE_WORDS; up++, at = at.parent()) {
            if (at.has(Trait.BYLINE)) {
                return true;
            }
        }
        return false;
    }

    /** "By" beside a picture names the photographer. */
    private static boolean isOfPicture(Region region, int headline) {
        Region at = region;
        for (int up = 0; up < 4 && at != null; up++, at = at.parent()) {
            if (at.has(Trait.CAPTION)
                    || at.has(Trait.CREDIT)
                    || up > 0 && at.images() > 0 && at.words() > 10 && at.words() < 80 && !holds(at, headline)) {
                return true;
            }
        }
        return false;
    }

    /** Every contribution is " by" or " from" somebody; saves asking for each at every place. */
    private static boolean namesWho(String text) {
        for (int space = text.indexOf(' '); space >= 0; space = text.indexOf(' ', space + 1)) {
            if (text.regionMatches(true, space + 1, "by", 0, 2) || text.regionMatches(true, space + 1, "from", 0, 4)) {
                return true;
            }
        }
        return false;
    }

    /** What holds the headline too is the article's head, with the author's picture in it. */
    private static boolean holds(Region region, int headline) {
        return region.firstBlock() <= headline && headline < region.blockEnd();
    }

    /** Who signed the article beneath it, "Written by Ann Lee", where the page names nobody else so. */
    private static List<String> signed(PageFacts facts) {
        Set<String> lines = new LinkedHashSet<>();
        List<TextBlock> blocks = facts.page().blocks();
        for (int i = facts.headline(); i < blocks.size(); i++) {
            String text = blocks.get(i).text();
            if (blocks.get(i).words() <= LONGEST_SIGNATURE
                    && SIGNED.matcher(text).find()) {
                boolean nameFollows = blocks.get(i).words() == 2 && i + 1 < blocks.size();
                lines.add(nameFollows ? blocks.get(i + 1).text() : text);
            }
        }
        return lines.size() == 1 ? people(List.copyOf(lines), facts) : List.of();
    }

    /** "By Ann", or an author's link or field with no more than "Ann", where nothing tells more of her. */
    private static Optional<Found<String>> firstName(PageFacts facts) {
        Stream<Found<String>> printed = facts.aroundHeadline().stream()
                .limit(BLOCKS_OF_BYLINE)
                .flatMap(block -> PersonNames.onlyFirstName(block.text()).stream())
                .map(name -> new Found<>(name, "byline"));
        Stream<Found<String>> linked =
                texts(facts.page().marks().authorLinks()).stream().map(name -> new Found<>(name, "rel"));
        Stream<Found<String>> stated = Stream.of("author", "parsely-author")
                .flatMap(field -> facts.meta().all(field).stream())
                .map(name -> new Found<>(name, "meta"));
        return Stream.of(printed, linked, stated)
                .flatMap(names -> names)
                .filter(name -> PersonNames.isFirstName(name.value()) && !isOfSite(name.value(), facts))
                .findFirst();
    }

    /** A shop or a firm states its own name where it has no author's. */
    private static boolean isOfSite(String name, PageFacts facts) {
        String word = Likeness.normalised(name);
        boolean inName = facts.siteName()
                .map(site -> Likeness.normalised(site.value()).contains(word))
                .orElse(false);
        return inName
                || facts.url()
                        .map(URI::getHost)
                        .map(host -> host.contains(word))
                        .orElse(false);
    }

    /** Those the page names as contributors, photographers or stylists: declared as authors by some systems. */
    private static Set<String> contributors(PageFacts facts) {
        Set<String> names = new HashSet<>();
        List<TextBlock> blocks = facts.aroundHeadline();
        for (int i = 0; i < blocks.size(); i++) {
            TextBlock block = blocks.get(i);
            if (block.words() > LONGEST_BYLINE_WORDS) {
                continue;
            }
            if (!namesWho(block.text())) {
                continue;
            }
            Matcher role = CONTRIBUTION.matcher(block.text());
            if (role.find()) {
                boolean namesFollow = role.end() >= block.text().length() - 1 && i + 1 < blocks.size();
                names.addAll(normalised(PersonNames.in(
                        namesFollow ? blocks.get(i + 1).text() : block.text().substring(role.end()))));
            }
        }
        return names;
    }
}
