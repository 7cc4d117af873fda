package org.onrecord.scraper.extract.classify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.onrecord.contracts.BlockKind;
import org.onrecord.contracts.RemovalReason;
import org.onrecord.scraper.extract.metadata.Likeness;
import org.onrecord.scraper.extract.metadata.WordBag;
import org.onrecord.scraper.extract.page.Region;
import org.onrecord.scraper.extract.page.TextBlock;
import org.onrecord.scraper.extract.page.Trait;
import org.onrecord.scraper.extract.removal.candidate.ArticleContext;

/** What the classifier is told of each block of a body: numbers about its text, its place and its neighbours. */
public final class BlockFeatures {
    private static final int SMALL_BOX_WORDS = 60;
    /** Of the paragraphs' own make and as long as that, it is the article's as good as always. */
    private static final int SURE_WORDS = 25;

    /** Characters of a block that are compared with title and description. */
    private static final int BEGINNING = 300;

    private static final List<String> TAGS =
            List.of("p", "div", "li", "td", "span", "blockquote", "section", "aside", "dd", "figure");

    private static final List<String> NAMES = names();

    private final ArticleContext article;
    private final List<TextBlock> blocks;
    private final Map<String, Integer> proseByMake = new HashMap<>();
    /** In the page's order, so that of two with as many words it is always the first that counts as the main one. */
    private final Map<Region, Integer> proseByParent = new LinkedHashMap<>();

    private final Region mainParent;
    private final int bodyProse;
    private final int firstProse;
    private final int lastProse;
    private final Shingles linkedBody;
    private final Map<String, Integer> copies = new HashMap<>();
    private final int firstOfMain;
    private final int lastOfMain;

    public BlockFeatures(ArticleContext article) {
        this.article = article;
        this.blocks = article.page().blocks();
        int prose = 0;
        int first = -1;
        int last = -1;
        for (int order = article.body().firstBlock(); order < article.body().blockEnd(); order++) {
            TextBlock block = blocks.get(order);
            copies.merge(block.text(), 1, Integer::sum);
            if (block.isRunningText()) {
                prose += block.words();
                first = first < 0 ? order : first;
                last = order;
                proseByMake.merge(make(block), block.words(), Integer::sum);
                proseByParent.merge(parent(block), block.words(), Integer::sum);
            }
        }
        this.bodyProse = Math.max(1, prose);
        this.firstProse = first;
        this.lastProse = last;
        this.mainParent = proseByParent.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(article.body());
        this.linkedBody = Shingles.of(article.linkedBody());
        String mainMake = proseByMake.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
        int firstMain = -1;
        int lastMain = -1;
        for (int order = article.body().firstBlock(); order < article.body().blockEnd(); order++) {
            TextBlock block = blocks.get(order);
            if (block.words() >= SURE_WORDS
                    && block.isRunningText()
                    && block.endsSentence()
                    && make(block).equals(mainMake)) {
                firstMain = firstMain < 0 ? order : firstMain;
                lastMain = order;
            }
        }
        this.firstOfMain = firstMain < 0 ? firstProse : firstMain;
        this.lastOfMain = firstMain < 0 ? lastProse : lastMain;
    }

    /** Names of the numbers, in the order of {@link #of}. */
    public static List<String> all() {
        return NAMES;
    }

    /** The numbers of one block; {@code reason} is the rule that would remove it, or null. */
    public float[] of(TextBlock block, RemovalReason reason) {
        Values values = new Values();
        text(block, values);
        place(block, values);
        neighbours(block, values);
        box(block, values);
        names(block, reason, values);
        return values.numbers;
    }

    private void text(TextBlock block, Values values) {
        String text = block.text();
        int upper = 0;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ascii = c < 128;
            upper += (ascii ? c >= 'A' && c <= 'Z' : Character.isUpperCase(c)) ? 1 : 0;
            digits += (ascii ? c >= '0' && c <= '9' : Character.isDigit(c)) ? 1 : 0;
        }
        int length = Math.max(1, text.length());
        values.add(Math.log1p(block.words()));
        values.add(block.linkDensity());
        values.add(block.links());
        values.add(share(block.strongWords(), block.words()));
        values.add(share(block.emphasisWords(), block.words()));
        values.add(flag(block.endsSentence()));
        values.add(flag(text.endsWith(":")));
        values.add(flag(text.endsWith("?")));
        values.add(flag(!text.isEmpty() && Character.isUpperCase(text.codePointAt(0))));
        values.add(flag(!text.isEmpty() && "“\"‘'".indexOf(text.charAt(0)) >= 0));
        values.add(flag(!text.isEmpty() && "([*–—-•>→|".indexOf(text.charAt(0)) >= 0));
        values.add((double) upper / length);
        values.add((double) digits / length);
        values.add(flag(text.indexOf('@') >= 0));
        values.add(flag(text.contains("http") || text.contains("www.")));
        values.add(flag(text.indexOf('|') >= 0));
        values.add(block.headingLevel());
        values.add(text.length() / (double) Math.max(1, block.words()));
        boolean whole = text.length() <= BEGINNING;
        String normalised =
                whole ? article.words().normalised(block) : Likeness.normalised(text.substring(0, BEGINNING));
        WordBag words = whole ? article.words().bag(block) : WordBag.of(normalised);
        values.add(words.likeness(article.titleWords()));
        values.add(words.likeness(article.descriptionWords()));
        values.add(linkedBody.isEmpty() ? -1 : linkedBody.share(text));
        values.add(namesAuthor(normalised));
        marks(text, values);
        values.add(Math.min(5, copies.getOrDefault(text, 1)));
    }

    /** Marks of quotations, sentences and labels. */
    private static void marks(String text, Values values) {
        int quotes = 0;
        int sentences = 0;
        int colon = -1;
        int words = 0;
        int end = Math.min(text.length(), BEGINNING);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            quotes += c == '"' || c == '“' || c == '„' || c == '«' ? 1 : 0;
            sentences +=
                    (c == '.' || c == '!' || c == '?') && (i + 1 == text.length() || text.charAt(i + 1) == ' ') ? 1 : 0;
            words += c == ' ' ? 1 : 0;
            colon = c == ':' && colon < 0 && i + 1 < text.length() && text.charAt(i + 1) == ' ' ? words + 1 : colon;
        }
        values.add(Math.min(3, quotes));
        values.add(sentences);
        values.add(colon < 0 ? 20 : Math.min(20, colon));
    }

    private double namesAuthor(String normalised) {
        for (String author : article.authors()) {
            if (normalised.contains(author)) {
                return normalised.startsWith(author) ? 2 : 1;
            }
        }
        return 0;
    }

    private void place(TextBlock block, Values values) {
        int first = article.body().firstBlock();
        int count = Math.max(1, article.body().blockEnd() - first);
        values.add((double) (block.order() - first) / count);
        values.add(Math.min(20, block.order() - first));
        values.add(Math.min(20, article.body().blockEnd() - 1 - block.order()));
        values.add(flag(block.order() < firstProse));
        values.add(flag(block.order() > lastProse));
        values.add(Math.min(10, Math.max(0, firstProse - block.order())));
        values.add(Math.min(20, Math.max(0, block.order() - lastProse)));
        values.add(share(proseByMake.getOrDefault(make(block), 0), bodyProse));
        values.add(share(proseByParent.getOrDefault(parent(block), 0), bodyProse));
        values.add(flag(mainParent.encloses(block.region())));
        values.add(block.region().depth() - mainParent.depth());
        values.add(Math.log1p(bodyProse));
        values.add(count);
        values.add(Math.max(-20, Math.min(20, block.order() - firstOfMain)));
        values.add(Math.max(-20, Math.min(20, block.order() - lastOfMain)));
    }

    private void neighbours(TextBlock block, Values values) {
        // What stands above the body has the headline and the byline for neighbours.
        int first =
                block.order() < article.body().firstBlock() ? 0 : article.body().firstBlock();
        for (int step : new int[] {-2, -1, 1, 2}) {
            int at = block.order() + step;
            TextBlock other = at >= first && at < article.body().blockEnd() ? blocks.get(at) : null;
            values.add(other == null ? -1 : Math.log1p(other.words()));
            values.add(other == null ? -1 : other.linkDensity());
            values.add(other == null ? -1 : other.headingLevel());
            values.add(other == null ? -1 : flag(other.endsSentence()));
            values.add(other == null ? -1 : share(proseByMake.getOrDefault(make(other), 0), bodyProse));
            values.add(
                    other == null
                            ? -1
                            : flag(other.region() == block.region()
                                    || make(other).equals(make(block))));
        }
    }

    /** The largest region around the block that is still small: a caption's figure, a teaser's card. */
    private void box(TextBlock block, Values values) {
        Region box = block.region();
        while (box.parent() != null
                && box.parent() != article.body()
                && box.parent().words() <= SMALL_BOX_WORDS + block.words()) {
            box = box.parent();
        }
        values.add(Math.log1p(box.words() - block.words()));
        values.add(box.linkDensity());
        values.add(box.links());
        values.add(box.images());
        values.add(box.fields());
        values.add(box.paragraphs());
        values.add(block.region().depth() - box.depth());
        Region parent = block.region().parent() == null
                ? block.region()
                : block.region().parent();
        values.add(block.region().images());
        values.add(Math.log1p(parent.words() - block.words()));
        values.add(parent.linkDensity());
        values.add(parent.images());
        values.add(parent.paragraphs());
        values.add(parent.links());
    }

    private void names(TextBlock block, RemovalReason reason, Values values) {
        int tag = TAGS.indexOf(block.region().tag());
        for (int i = 0; i < TAGS.size(); i++) {
            values.add(flag(i == tag));
        }
        values.add(flag(block.kind() == BlockKind.LIST_ITEM));
        values.add(flag(block.kind() == BlockKind.BLOCK_QUOTE));
        values.add(flag(block.kind() == BlockKind.TABLE_ROW));
        values.add(flag(block.region().element().className().isEmpty()));
        values.add(flag(article.inside(block, "aside")));
        values.add(flag(article.inside(block, "figure")));
        values.add(flag(article.inside(block, "header")));
        int traits = article.traits()[block.region().order()];
        for (Trait trait : Trait.values()) {
            values.add(flag((traits & trait.bit()) != 0));
        }
        for (RemovalReason each : RemovalReason.values()) {
            values.add(flag(each == reason));
        }
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private static double flag(boolean value) {
        return value ? 1 : 0;
    }

    private static Region parent(TextBlock block) {
        return block.region().parent() == null ? block.region() : block.region().parent();
    }

    private static String make(TextBlock block) {
        return block.region().make();
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(List.of(
                "words",
                "linkDensity",
                "links",
                "strong",
                "emphasis",
                "endsSentence",
                "endsColon",
                "endsQuestion",
                "startsUpper",
                "startsQuote",
                "startsMark",
                "upper",
                "digits",
                "at",
                "url",
                "bar",
                "headingLevel",
                "wordLength",
                "likeTitle",
                "likeDescription",
                "inLinkedBody",
                "namesAuthor",
                "quotes",
                "sentences",
                "colon",
                "copies",
                "position",
                "fromStart",
                "fromEnd",
                "beforeProse",
                "afterProse",
                "blocksToProse",
                "blocksPastProse",
                "makeShare",
                "parentShare",
                "inMainParent",
                "depth",
                "bodyProse",
                "bodyBlocks",
                "pastFirstOfMain",
                "pastLastOfMain"));
        for (String neighbour : List.of("previous2", "previous", "next", "next2")) {
            for (String name :
                    List.of("Words", "LinkDensity", "HeadingLevel", "EndsSentence", "MakeShare", "SameMake")) {
                names.add(neighbour + name);
            }
        }
        names.addAll(List.of(
                "boxWords",
                "boxLinkDensity",
                "boxLinks",
                "boxImages",
                "boxFields",
                "boxParagraphs",
                "boxDepth",
                "ownImages",
                "parentWords",
                "parentLinkDensity",
                "parentImages",
                "parentParagraphs",
                "parentLinks"));
        TAGS.forEach(tag -> names.add("tag-" + tag));
        names.addAll(List.of("listItem", "blockQuote", "tableRow", "classless", "inAside", "inFigure", "inHeader"));
        for (Trait trait : Trait.values()) {
            names.add("trait-" + trait.name().toLowerCase(java.util.Locale.ROOT));
        }
        for (RemovalReason reason : RemovalReason.values()) {
            names.add("rule-" + reason.name().toLowerCase(java.util.Locale.ROOT));
        }
        return List.copyOf(names);
    }

    private static final class Values {
        private final float[] numbers = new float[NAMES.size()];
        private int next;

        void add(double value) {
            numbers[next++] = (float) value;
        }
    }
}
