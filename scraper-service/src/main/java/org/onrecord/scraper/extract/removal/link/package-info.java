/** Ways to other pages: related stories, tags, navigation. */
package org.onrecord.scraper.extract.removal.link;
