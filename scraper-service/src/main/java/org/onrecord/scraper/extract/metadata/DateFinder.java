package org.onrecord.scraper.extract.metadata;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.nodes.Element;

import org.onrecord.scraper.extract.page.TextBlock;
import org.onrecord.scraper.extract.page.Trait;
import org.onrecord.scraper.extract.page.Words;

/** When the article was published and last changed: the first source that gives a date, in the order of the tables. */
final class DateFinder {
    private static final int LATEST_YEAR_AHEAD = 1;
    private static final int LONGEST_DATE_LINE = 30;
    private static final int SHORT_LINE = 12;
    private static final int BEGINNING = 40;
    private static final int LONGEST_SHOWN = 60;
    private static final double MOST_LINKS = 0.5;
    private static final int LATEST_EVENING_IN_AMERICA = 10;
    private static final Duration FARTHEST_EAST = Duration.ofHours(14);
    private static final int QUARTER_HOUR = 15;
    /** "26 August 2024: the vote". */
    private static final Pattern SUBJECT = Pattern.compile("\\d{4}: \\p{L}");

    private static final Pattern UPDATED = Pattern.compile(
            "(?<!\\p{L})(?:updated?|modified|last (?:change|edit|modif)|edited|reviewed|aktualisiert|geändert|bearbeitet|stand|mis à jour|modifié|actualizado|actualizada|aggiornato|atualizado|bijgewerkt|opdateret|oppdatert|uppdaterad|aktualizacja|aktualizováno|обновлено|更新)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern UPDATED_ALONE = Pattern.compile(
            "(?:last )?(?:updated|modified|aktualisiert|actualizado|aggiornato|mis à jour)(?: on| am)?:?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PUBLISHED_AS = Pattern.compile(
            "(?<!\\p{L})(?:published|posted|veröffentlicht|erschienen|publié|publicado|pubblicato|gepubliceerd|publiceret|publisert|publicerad|opublikowano|publikováno|опубликовано)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** A forum tells of each who writes there since when he does. */
    private static final Pattern MEMBER = Pattern.compile(
            "(?:joined|registered|registriert|member since|mitglied seit|dabei seit|inscrit|membre depuis|miembro desde|registrado|iscritto|lid geworden)(?!\\p{L})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern URL_DATE = Pattern.compile(
            "/((?:19|20)\\d{2})[/-](\\d{1,2}|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[/-](\\d{1,2})(?=[/-]|$)");
    private static final Pattern URL_DATE_COMPACT =
            Pattern.compile("(?<!\\d)(20[0-2]\\d)(0[1-9]|1[0-2])([0-2]\\d|3[01])(?!\\d)");

    private static final Pattern URL_DAY_FIRST =
            Pattern.compile("(?<!\\d)([0-2]\\d|3[01])-(0[1-9]|1[0-2])-(20[0-2]\\d)(?!\\d)");
    private static final Pattern URL_MONTH = Pattern.compile("/((?:19|20)\\d{2})[/-](0?[1-9]|1[0-2])(?=[/-]|$)");

    private static final Pattern DAY_FIRST_HOST =
            Pattern.compile("\\.(?!us$|ca$|ph$|io$|tv$|ai$|co$|me$|fm$|cc$|ly$|gg$)[a-z]{2}$");

    private record Source(String name, Function<PageFacts, Optional<String>> read) {}

    private static final List<Source> PUBLISHED = List.of(
            new Source("json-ld", facts -> facts.linked().flatMap(LinkedArticle::published)),
            new Source(
                    "article:published_time",
                    meta("article:published_time", "og:article:published_time", "og:published_time")),
            new Source("itemprop", facts -> property(facts, "datePublished")),
            new Source(
                    "meta",
                    meta(
                            "parsely-pub-date",
                            "sailthru.date",
                            "pubdate",
                            "publish-date",
                            "publishdate",
                            "publish_date",
                            "published_at",
                            "article.published",
                            "published-date",
                            "dc.date.issued",
                            "dcterms.created",
                            "dcterms.date",
                            "dc.date",
                            "datepublished",
                            "datecreated",
                            "cxenseparse:recs:publishtime",
                            "rnews:datepublished",
                            "date")),
            new Source("text", DateFinder::printed),
            new Source("url", facts -> facts.url().flatMap(DateFinder::inUrl)),
            new Source("time", DateFinder::timeOfArticle),
            new Source("time", DateFinder::anyTime),
            new Source("text", DateFinder::told),
            new Source("text", DateFinder::marked),
            new Source("text", DateFinder::below),
            new Source("text", DateFinder::ofMonthInUrl));

    private static final List<Source> MODIFIED = List.of(
            new Source("json-ld", facts -> facts.linked().flatMap(LinkedArticle::modified)),
            new Source("article:modified_time", meta("article:modified_time", "og:updated_time", "article:updated")),
            new Source("itemprop", facts -> property(facts, "dateModified")),
            new Source("meta", meta("lastmod", "last-modified", "dcterms.modified", "revision_date")));

    /** Sources that give a day as the reader sees it. */
    private static final Set<String> PRINTED = Set.of("text", "url");

    private DateFinder() {}

    static Optional<Found<Moment>> published(PageFacts facts) {
        return first(PUBLISHED, facts)
                .map(found -> PRINTED.contains(found.from())
                        ? found
                        : new Found<>(asPrinted(facts, found.value()), found.from()));
    }

    static Optional<Found<Moment>> modified(PageFacts facts) {
        return first(MODIFIED, facts);
    }

    private static Optional<Found<Moment>> first(List<Source> sources, PageFacts facts) {
        boolean dayFirst = isDayFirst(facts);
        for (Source source : sources) {
            Optional<Moment> moment = source.read()
                    .apply(facts)
                    .flatMap(text -> DateParser.first(text, dayFirst))
                    .filter(DateFinder::isPlausible);
            if (moment.isPresent()) {
                return Optional.of(new Found<>(moment.get(), source.name()));
            }
        }
        return Optional.empty();
    }

    /** Languages and countries in whose dates the month comes first, or not before the year. */
    private static boolean isDayFirst(PageFacts facts) {
        String language = Optional.ofNullable(facts.page().document().firstElementChild())
                .map(html -> html.attr(html.hasAttr("lang") ? "lang" : "xml:lang"))
                .filter(tag -> !tag.isBlank())
                .or(() -> facts.meta().first("og:locale"))
                .orElse("")
                .replace('_', '-')
                .toLowerCase(Locale.ROOT);
        String locale =
                facts.meta().first("og:locale").orElse("").replace('_', '-').toLowerCase(Locale.ROOT);
        boolean american = language.isEmpty() || language.equals("en") || language.equals("en-us");
        return american
                ? locale.startsWith("en-") && !locale.equals("en-us")
                        || facts.url()
                                .map(URI::getHost)
                                .map(DAY_FIRST_HOST::matcher)
                                .filter(Matcher::find)
                                .isPresent()
                : !language.startsWith("en-ph");
    }

    private static boolean isPlausible(Moment moment) {
        return moment.day().isBefore(LocalDate.now(ZoneOffset.UTC).plusYears(LATEST_YEAR_AHEAD));
    }

    /**
     * Metadata in universal time names the next day for what appeared in an American evening, and the day before for an
     * Australian morning: a {@code time} element of the same instant in local time, or else the first date printed about
     * the headline, names the day of publication.
     */
    private static Moment asPrinted(PageFacts facts, Moment declared) {
        for (Element time : facts.page().marks().times()) {
            Optional<Moment> local = DateParser.first(time.attr("datetime"));
            if (local.filter(moment -> moment.instant().equals(declared.instant()))
                            .isPresent()
                    && !local.get().day().equals(declared.day())) {
                return local.get();
            }
        }
        for (TextBlock block : facts.aroundHeadline()) {
            for (Moment printed :
                    block.words() <= LONGEST_DATE_LINE ? DateParser.all(block.text()) : List.<Moment>of()) {
                long days = ChronoUnit.DAYS.between(declared.day(), printed.day());
                if (days == 0) {
                    return declared;
                }
                if (days == -1 && wasTheDayBefore(declared, block) || days == 1 && isTheSameMinute(declared, printed)) {
                    return new Moment(declared.instant(), printed.day());
                }
            }
        }
        return declared;
    }

    /** Early in the day of universal time it is the evening before in America; and a stamp is not about something else. */
    private static boolean wasTheDayBefore(Moment declared, TextBlock block) {
        return declared.instant().atZone(ZoneOffset.UTC).getHour() < LATEST_EVENING_IN_AMERICA
                && !SUBJECT.matcher(block.text()).find();
    }

    /** The local time of the same moment to the east of Greenwich: 22:04 in universal time is 0:04 of the next day in Vienna. */
    private static boolean isTheSameMinute(Moment declared, Moment printed) {
        // What is printed has no seconds.
        long ahead = Duration.between(declared.instant(), printed.instant())
                .plusSeconds(59)
                .toMinutes();
        return ahead > 0 && ahead <= FARTHEST_EAST.toMinutes() && ahead % QUARTER_HOUR == 0;
    }

    private static Function<PageFacts, Optional<String>> meta(String... names) {
        return facts -> facts.meta().first(names);
    }

    private static Optional<String> property(PageFacts facts, String name) {
        return facts.page().marks().properties().stream()
                .filter(element -> element.attr("itemprop").equals(name))
                .flatMap(element -> Stream.of(
                        element.attr("content"), element.attr("datetime"), element.attr("title"), text(element)))
                .filter(value -> !DateParser.all(value).isEmpty())
                .findFirst();
    }

    /** What the element shows; one around a whole story shows no date. */
    private static String text(Element element) {
        return Brief.is(element) ? Words.beginning(element.text(), LONGEST_SHOWN) : "";
    }

    private static Optional<String> timeOfArticle(PageFacts facts) {
        return facts.page().marks().times().stream()
                .filter(time -> !tellsOfChange(time))
                .filter(time -> time.hasAttr("pubdate") || time.closest("article, header") != null)
                .map(DateFinder::value)
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    private static boolean tellsOfChange(Element time) {
        return UPDATED.matcher(time.className()).find() || time.attr("itemprop").equals("dateModified");
    }

    private static Optional<String> anyTime(PageFacts facts) {
        return facts.page().marks().times().stream()
                .map(DateFinder::value)
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    /** What a {@code time} element states for programs, or else what it shows. */
    private static String value(Element time) {
        return time.attr("datetime").isBlank() ? text(time) : time.attr("datetime");
    }

    private static Optional<String> inUrl(URI url) {
        String path = String.valueOf(url.getPath());
        Matcher matcher = URL_DATE.matcher(path);
        if (matcher.find()) {
            String month = matcher.group(2);
            int number = Character.isDigit(month.charAt(0))
                    ? Integer.parseInt(month)
                    : "janfebmaraprmayjunjulaugsepoctnovdec".indexOf(month) / 3 + 1;
            return Optional.of(
                    String.format(java.util.Locale.ROOT, "%s-%02d-%s", matcher.group(1), number, matcher.group(3)));
        }
        Matcher dayFirst = URL_DAY_FIRST.matcher(path);
        if (dayFirst.find()) {
            return Optional.of(dayFirst.group(3) + "-" + dayFirst.group(2) + "-" + dayFirst.group(1));
        }
        Matcher compact = URL_DATE_COMPACT.matcher(path);
        return compact.find()
                ? Optional.of(compact.group(1) + "-" + compact.group(2) + "-" + compact.group(3))
                : Optional.empty();
    }

    /** The first date in a short line about the headline, that of publication before that of a change. */
    private static Optional<String> printed(PageFacts facts) {
        return firstDated(facts.aroundHeadlineByDate(), block -> !isSentence(block));
    }

    /** The first date in a sentence about the headline, which may be of what the sentence tells. */
    private static Optional<String> told(PageFacts facts) {
        return firstDated(facts.aroundHeadline(), block -> true);
    }

    private static boolean isSentence(TextBlock block) {
        return block.words() > SHORT_LINE
                && block.endsSentence()
                && !PUBLISHED_AS.matcher(block.text()).find()
                && !UPDATED.matcher(block.text()).find();
    }

    /** The first date in a line anywhere on the page whose element is named for a date. */
    private static Optional<String> marked(PageFacts facts) {
        return firstDated(
                facts.page().blocks().stream()
                        .filter(block -> block.region().has(Trait.DATE))
                        .toList(),
                block -> true);
    }

    /** The first date below the headline that is most of a line, or with which a paragraph begins. */
    private static Optional<String> below(PageFacts facts) {
        List<TextBlock> blocks = facts.page().blocks();
        return blocks.subList(Math.min(facts.headline(), blocks.size()), blocks.size()).stream()
                .filter(block -> block.linkDensity() < MOST_LINKS && !isOfAnother(block))
                .map(block -> Words.beginning(block.text(), block.words() <= SHORT_LINE ? SHORT_LINE * 10 : BEGINNING))
                .filter(line -> !DateParser.all(line).isEmpty())
                .findFirst();
    }

    /** The first date on the page that lies in the month under which the page is filed: {@code /2011/12/}. */
    private static Optional<String> ofMonthInUrl(PageFacts facts) {
        Matcher month = URL_MONTH.matcher(facts.url().map(URI::getPath).orElse(""));
        if (!month.find()) {
            return Optional.empty();
        }
        YearMonth filed = YearMonth.of(Integer.parseInt(month.group(1)), Integer.parseInt(month.group(2)));
        return facts.page().blocks().stream()
                .filter(block -> !isOfAnother(block))
                .flatMap(block -> DateParser.all(block.text()).stream())
                .map(Moment::day)
                .filter(day -> YearMonth.from(day).equals(filed))
                .map(LocalDate::toString)
                .findFirst();
    }

    /** @param believed asked of lines with a date alone */
    private static Optional<String> firstDated(List<TextBlock> blocks, Predicate<TextBlock> believed) {
        Optional<String> first = Optional.empty();
        String before = "";
        for (TextBlock block : blocks) {
            boolean dated = block.words() <= LONGEST_DATE_LINE
                    && !isOfAnother(block)
                    && !DateParser.all(block.text()).isEmpty()
                    && believed.test(block);
            if (dated) {
                String text = block.text();
                Matcher published = PUBLISHED_AS.matcher(text);
                if (published.find()
                        && !DateParser.all(text.substring(published.end())).isEmpty()) {
                    return Optional.of(text.substring(published.end()));
                }
                Matcher updated = UPDATED.matcher(text);
                if (!updated.find() && !UPDATED_ALONE.matcher(before).matches()) {
                    return Optional.of(text);
                }
                if (updated.hasMatch()
                        && !DateParser.all(text.substring(0, updated.start())).isEmpty()) {
                    return Optional.of(text.substring(0, updated.start()));
                }
                first = first.or(() -> Optional.of(text));
            }
            before = block.text();
        }
        return first;
    }

    /** A post of another site has a date of its own, and so has who writes in a forum. */
    private static boolean isOfAnother(TextBlock block) {
        return MEMBER.matcher(block.text()).lookingAt()
                || block.region().has(Trait.EMBED)
                || block.region().parent() != null && block.region().parent().has(Trait.EMBED);
    }
}
