/** What a single extraction may take of the machine. */
package org.onrecord.scraper.extract.limit;
