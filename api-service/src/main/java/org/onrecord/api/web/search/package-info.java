/** The front page: who said what. */
package org.onrecord.api.web.search;
