/** Articles that somebody brings along, a line each: taken in as they come, and read as fast as the scraper can. */
package org.onrecord.api.importing;
