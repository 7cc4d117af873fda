/**
 * Finding words, newest first. An index of words gives every row that has them, and only then may they be sorted; so the index
 * is asked for a stretch of time after the other, the newest first, until there are enough.
 */
package org.onrecord.api.search;
