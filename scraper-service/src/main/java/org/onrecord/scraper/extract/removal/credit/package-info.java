/** Who made an article and its pictures, and how to reach them: bylines, biographies, captions and credits. */
package org.onrecord.scraper.extract.removal.credit;
