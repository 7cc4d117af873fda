/** What an article says elsewhere too: its headline, its standfirst, quotes pulled from it. */
package org.onrecord.scraper.extract.removal.repeat;
