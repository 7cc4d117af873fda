package org.onrecord.api.web.frame;

/**
 * What stands around every page.
 *
 * @param title of the page, without the product's name
 * @param section it belongs to, in lower case
 * @param assets version of styles and script
 * @param signedIn whether there is a session that can be ended
 * @param token of the page's forms
 */
public record Frame(String title, String section, String assets, boolean signedIn, String token) {

    /** Whether the page belongs to a section. */
    public boolean in(String name) {
        return section.equals(name);
    }
}
