package org.onrecord.scraper.extract.body;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.onrecord.scraper.extract.metadata.Metadata;
import org.onrecord.scraper.extract.page.Page;
import org.onrecord.scraper.extract.page.TextBlock;

/**
 * Whether a page sells or offers something instead of telling something: a product, a shelf of a shop, a service. Shops have
 * articles too, so what is declared an article in JSON-LD is one, and so is what stands under a blog's or a paper's path.
 */
final class Offering {
    private static final int LONGEST_BUTTON = 8;
    private static final int MOST_BUTTONS_OF_SHOP = 8;
    private static final int FEW_BUTTONS_OF_SHOP = 2;
    private static final int MOST_INVITATIONS = 6;
    private static final int FEW_INVITATIONS = 3;
    private static final int FEW_WORDS = 160;
    private static final int FEWEST_PRICES = 4;
    private static final int LONGEST_DESCRIPTION = 800;

    private static final Pattern SHELF = Pattern.compile(
            "/(?:products?|shop|store|collections?|categor(?:y|ies)|product-category|services?|solutions|(?:[a-z]+-){1,2}services|app/\\d+|item|itm|dp|c|parts|catalogs?|list|jobs|standings|trending)(?:/|$)");
    private static final Pattern TOLD = Pattern.compile(
            "/(?:blogs?|news(?:[_-]?view[\\w.]*)?|nachrichten|meldungen|aktuell(?:es)?|presse|actualites?|actus?|noticias?|notizie|nieuws|nyheter|aktualnosci|features?|articles?|stor(?:y|ies)|posts?|magazine|guides?|learn|pages|press|resources?|insights?|journal)(?:/|$)|/20\\d\\d/");
    private static final Pattern SHOP_BUTTON = Pattern.compile(
            "add to (?:cart|bag|basket|wishlist)|in stock|out of stock|sold out|quick view|buy now|in den warenkorb|ajouter au panier|añadir al carrito|aggiungi al carrello|in winkelwagen");
    private static final Pattern INVITATION = Pattern.compile(
            "request (?:a )?(?:free )?(?:quote|demo|estimate)|get (?:a |your )?(?:free )?(?:quote|estimate)|book (?:a |your )?(?:free )?(?:demo|call|consult)|contact us|get started|(?:start|try) (?:it |for )?(?:your )?(?:a )?free|free trial|talk to (?:sales|an expert)|schedule (?:a|your)|contact sales|call us|our services|hire (?:a|top|an)|sign up");

    private Offering() {}

    static boolean is(Page page, Metadata metadata, int words, Optional<URI> url) {
        if (metadata.linksArticle()) {
            return false;
        }
        String path = url.map(URI::getPath).orElse("").toLowerCase(Locale.ROOT);
        if (TOLD.matcher(path).find()) {
            return false;
        }
        boolean shelf = SHELF.matcher(path).find();
        boolean dated = metadata.published().isPresent() && !metadata.authors().isEmpty();
        if (metadata.declaresProduct() && (shelf || !metadata.declaresArticle()) || shelf && !dated) {
            return true;
        }
        boolean isShort = words < LONGEST_DESCRIPTION;
        boolean nobodys = !metadata.declaresArticle()
                && metadata.published().isEmpty()
                && metadata.authors().isEmpty();
        if (!isShort && !nobodys) {
            return false;
        }
        int shop = 0;
        int invitations = 0;
        int prices = 0;
        for (TextBlock block : page.blocks()) {
            prices += nobodys ? prices(block.text()) : 0;
            if (block.words() > 0 && block.words() <= LONGEST_BUTTON) {
                String text = block.text().toLowerCase(Locale.ROOT);
                shop += SHOP_BUTTON.matcher(text).find() ? 1 : 0;
                invitations += INVITATION.matcher(text).find() ? 1 : 0;
            }
        }
        return shop >= MOST_BUTTONS_OF_SHOP
                || isShort && metadata.declaresProduct() && shop + invitations >= FEW_BUTTONS_OF_SHOP
                || nobodys && invitations >= MOST_INVITATIONS
                || nobodys && invitations >= FEW_INVITATIONS && (prices >= FEWEST_PRICES || words < FEW_WORDS);
    }

    /** How often a sign of money stands before a digit. */
    private static int prices(String text) {
        int prices = 0;
        for (int i = 0; i + 1 < text.length(); i++) {
            char c = text.charAt(i);
            prices += (c == '$' || c == '€' || c == '£') && Character.isDigit(text.charAt(i + 1)) ? 1 : 0;
        }
        return prices;
    }
}
