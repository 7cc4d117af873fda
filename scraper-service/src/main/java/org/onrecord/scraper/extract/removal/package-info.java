/** What stands in the middle of an article and is not part of it, with the reason told of each block that is taken out. */
package org.onrecord.scraper.extract.removal;
