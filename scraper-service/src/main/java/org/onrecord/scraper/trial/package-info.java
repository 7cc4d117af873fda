/** Reading on trial: a page or a text in, the article and what was taken out back, nothing stored or published. */
package org.onrecord.scraper.trial;
