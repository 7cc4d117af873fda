package org.onrecord.scraper.extract.page;

/** What a region's tag, role, class and id say it is for. Evidence only: names lie, text decides. */
public enum Trait {
    NAVIGATION,
    FOOTER,
    HEADER,
    SIDEBAR,
    RELATED,
    SHARE,
    COMMENTS,
    NEWSLETTER,
    ADVERTISEMENT,
    CAPTION,
    GALLERY,
    CREDIT,
    BYLINE,
    DATE,
    BIO,
    TAGS,
    COOKIE,
    PAYWALL,
    COPYRIGHT,
    OVERLAY,
    WIDGET,
    HEADLINE,
    STANDFIRST,
    KEY_POINTS,
    CORRECTION,
    EMBED,
    BODY,
    HIDDEN;

    /** Its bit in {@link Region#traits()}. */
    public final int bit() {
        return 1 << ordinal();
    }

    /** The bits of several traits. */
    public static int bits(Trait... traits) {
        int bits = 0;
        for (Trait trait : traits) {
            bits |= trait.bit();
        }
        return bits;
    }
}
