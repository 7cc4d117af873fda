/** The pages of what is watched. */
package org.onrecord.api.web.source;
