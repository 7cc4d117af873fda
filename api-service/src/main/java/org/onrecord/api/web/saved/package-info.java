/** The pages of saved searches, their feeds and their alerts. */
package org.onrecord.api.web.saved;
