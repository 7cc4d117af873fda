/** What was taken down is not read again, and nothing of it stays in the archive. */
package org.onrecord.scraper.takedown;
