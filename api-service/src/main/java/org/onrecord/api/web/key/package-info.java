/** The page of access keys. */
package org.onrecord.api.web.key;
