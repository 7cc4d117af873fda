/** What a site says of the use of its pages: read from headers, meta elements and robots.txt, recorded, and respected. */
package org.onrecord.scraper.rights;
