/** An article as evidence: its text with what was read in it. */
package org.onrecord.api.web.article;
