package org.onrecord.scraper.extract.page;

import java.util.Map;
import java.util.Set;

import static java.util.Map.entry;

/**
 * The words of class names, ids and roles, and the trait each speaks for. Names are split at everything that is no
 * letter and at camel case; neighbouring words are also tried as one ({@code read-more} is {@code readmore}).
 */
final class TraitLexicon {
    private static final Map<Trait, String> WORDS = Map.ofEntries(
            entry(
                    Trait.NAVIGATION,
                    "nav navigation navbar menu menubar breadcrumb breadcrumbs pagination pager paging skiplink skipnav nextprev prevnext previousnext postnavigation nextpost prevpost toc tableofcontents topbar"
                            + " sitenav megamenu toolbar subnav jumplink"),
            entry(Trait.FOOTER, "footer colophon contentinfo bottombar foot sitefooter pagefooter"),
            entry(Trait.HEADER, "masthead banner siteheader pageheader"),
            entry(
                    Trait.SIDEBAR,
                    "sidebar rail rightrail leftrail aside complementary rightcol rightcolumn sidecol secondary"),
            entry(
                    Trait.RELATED,
                    "related relatedlinks relatedcontent relatedarticles recommended recommendation recommendations"
                            + " recirc recirculation trending popular mostpopular mostread mostviewed readmore readnext upnext outbrain"
                            + " taboola zergnet revcontent teaser teasers teaserlist morefrom morestories moreon morenews latest"
                            + " latestnews seealso alsoread youmaylike mightlike similar suggested suggestions topstories headlines"
                            + " inlinerelated promo promos onward relatedposts jprelatedposts crosslink crosslinks dontmiss"
                            + " relatedstories relatedstory relatednews relateds moreinthissection hyperlocal"),
            entry(
                    Trait.SHARE,
                    "share sharing sharebar shares sharebuttons sharetools sharedaddy social socials socialshare socialbar addthis addtoany"
                            + " sharethis socialmedia followus follow shareline sharelinks"),
            entry(
                    Trait.COMMENTS,
                    "comment comments commentlist commentform commentsection disqus respond livefyre coral viafoura spotim"
                            + " discussion replies commenting conversation facebookcomments fbcomments"),
            entry(
                    Trait.NEWSLETTER,
                    "newsletter newsletters nl subscribe subscription subscriptions signup mailchimp optin emailsignup mailinglist"
                            + " newslettersignup mcembed emailcapture"),
            entry(
                    Trait.ADVERTISEMENT,
                    "ad ads adv advert adverts advertisement advertising advertorial adslot adunit adbox adwrap sponsor sponsored"
                            + " sponsors dfp gpt promoted adsense adcontainer adwrapper inlinead googlead googleads affiliate"
                            + " commercial nativead"),
            entry(
                    Trait.CAPTION,
                    "videotitle imagewidget caption figcaption captiontext wpcaption imagecaption photocaption figure"),
            entry(Trait.GALLERY, "gallery slideshow carousel photogallery mediagallery imagegallery slider"),
            entry(Trait.CREDIT, "credit credits photocredit imagecredit photographer"),
            entry(
                    Trait.BYLINE,
                    "byline bylines author authors authorname writer contributor contributors writtenby articleauthor"
                            + " authorinfo postauthor entryauthor postedby vcard journalist"),
            entry(
                    Trait.DATE,
                    "date dateline timestamp datetime published publishdate pubdate postdate entrydate updated lastupdated"
                            + " posted articledate dates publicationdate datepublished datemodified"),
            entry(
                    Trait.BIO,
                    "bio authorbio authorbox abouttheauthor aboutauthor biography authorcard biobox authordescription"),
            entry(
                    Trait.TAGS,
                    "tags taglist tagcloud topics topiclist keywords taxonomy categories postcategories articletags posttags tag"),
            entry(
                    Trait.COOKIE,
                    "cookie cookies consent gdpr onetrust ccpa cookiebar cookienotice euconsent cookiebanner privacy privacyoverview"),
            entry(
                    Trait.PAYWALL,
                    "paywall regwall piano meter metered subscriberonly subscriberpremium subscriber paygate premiumwall barrier"),
            entry(Trait.COPYRIGHT, "copyright legal disclaimer disclaimers syndication rights reprint reprints"),
            entry(
                    Trait.OVERLAY,
                    "modal popup popover overlay lightbox dialog interstitial toast alertdialog tooltip offcanvas rollover"
                            + " tooltiptext tooltipcontent hovercard"),
            entry(
                    Trait.WIDGET,
                    "widget widgets module poll quiz survey weather scoreboard ticker stocks infobox factbox"),
            entry(
                    Trait.HEADLINE,
                    "headline hed articletitle posttitle entrytitle pagetitle articleheadline storytitle maintitle"),
            entry(
                    Trait.STANDFIRST,
                    "standfirst dek deck subtitle subheadline subhead strapline tagline summary excerpt articlesummary kicker eyebrow"
                            + " subheading intro lede lead"),
            entry(Trait.KEY_POINTS, "keypoints highlights keytakeaways takeaways tldr summarylist atglance"),
            entry(Trait.CORRECTION, "correction corrections amended clarification editorsnote"),
            entry(
                    Trait.EMBED,
                    "tweet twittertweet instagrammedia fbpost embed embeds embedded tiktokembed blueskyembed mastodonembed twitterembed"),
            entry(
                    Trait.BODY,
                    "articlebody articletext storybody storytext storycontent articlecontent entrycontent postcontent postbody"
                            + " bodytext maincontent contentbody bodycopy articlebodytext bodycontent textcontent contenttext"
                            + " articlecopy newsbody newstext newscontent richtext articlemain fulltext paragraph"),
            entry(
                    Trait.HIDDEN,
                    "hidden visuallyhidden sronly screenreader screenreadertext invisible hide assistive offscreen"
                            + " printonly showforprint visuallyhide visibleprint printblock printinline onlyprint forprint noscreen"));

    /** First and last words of names that tell what a column has beside it: {@code hasSidebar}, {@code comments-open}. */
    private static final Set<String> NEGATING_FIRST =
            Set.of("has", "with", "no", "not", "without", "support", "supports", "hide", "show");

    private static final Set<String> NEGATING_LAST =
            Set.of("open", "closed", "enabled", "disabled", "allowed", "on", "off", "first", "ready");

    /** First words of the names that systems give a story for what it is filed under: {@code category-comment}. */
    private static final Set<String> FILED_UNDER = Set.of("category", "tag", "tax", "taxonomy", "term", "cat", "topic");

    private static final WordTable TRAITS = new WordTable();
    /** Bits beside those of the traits. */
    private static final int NEGATES_FIRST = 1 << 30;

    private static final int NEGATES_LAST = 1 << 31;

    private static final int FILES = 1 << 29;
    private static final int TAGS_ALONE = Trait.TAGS.bit();

    static {
        WORDS.forEach((trait, words) -> {
            for (String word : words.split(" ")) {
                TRAITS.add(word, trait.bit());
            }
        });
        NEGATING_FIRST.forEach(word -> TRAITS.add(word, NEGATES_FIRST));
        NEGATING_LAST.forEach(word -> TRAITS.add(word, NEGATES_LAST));
        FILED_UNDER.forEach(word -> TRAITS.add(word, FILES));
    }

    private TraitLexicon() {}

    /** The traits that a class attribute, id or role speaks for. */
    static int traits(String names) {
        int bits = 0;
        int start = 0;
        for (int i = 0; i <= names.length(); i++) {
            if (i == names.length() || names.charAt(i) <= ' ') {
                if (i > start) {
                    bits |= traitsOfName(names, start, i);
                }
                start = i + 1;
            }
        }
        return bits;
    }

    private static int traitsOfName(String names, int from, int to) {
        int bits = 0;
        int before = 0;
        int word = 0;
        int joined = 0;
        boolean first = true;
        boolean inside = false;
        boolean filed = false;
        for (int i = from; i <= to; i++) {
            char c = i < to ? names.charAt(i) : ' ';
            boolean letter = isLetter(c);
            boolean hump = inside && letter && Character.isUpperCase(c) && Character.isLowerCase(names.charAt(i - 1));
            if (inside && (!letter || hump)) {
                int found = TRAITS.bits(word);
                if (first ? i < to && (found & NEGATES_FIRST) != 0 : i == to && (found & NEGATES_LAST) != 0) {
                    return 0;
                }
                filed |= first && i < to && (found & FILES) != 0;
                bits |= found | (first ? 0 : TRAITS.bits(joined));
                before = word;
                first = false;
                inside = false;
            }
            if (letter) {
                word = inside ? WordTable.with(word, c) : WordTable.with(0, c);
                joined = inside ? WordTable.with(joined, c) : WordTable.with(before, c);
                inside = true;
            }
        }
        bits &= ~(NEGATES_FIRST | NEGATES_LAST | FILES);
        // A box for posts of other sites is none for sharing this one.
        boolean embeds = (bits & Trait.EMBED.bit()) != 0;
        return filed ? bits & TAGS_ALONE : embeds ? bits & ~Trait.SHARE.bit() : bits;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
