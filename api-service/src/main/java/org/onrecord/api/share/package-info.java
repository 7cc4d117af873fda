/** What a caller may have under way at once, so that nobody takes what is for all. */
package org.onrecord.api.share;
