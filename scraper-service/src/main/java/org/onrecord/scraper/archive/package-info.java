/** Every fetched page as it came, in WARC 1.1 files (ISO 28500:2017), and the way back from an article to its page. */
package org.onrecord.scraper.archive;
