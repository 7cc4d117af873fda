/** The page to try extraction and reading on. */
package org.onrecord.api.web.trial;
