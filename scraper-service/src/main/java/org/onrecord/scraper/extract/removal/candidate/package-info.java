/** What a rule is asked about: a block of the body, and what may be known of the article around it. */
package org.onrecord.scraper.extract.removal.candidate;
