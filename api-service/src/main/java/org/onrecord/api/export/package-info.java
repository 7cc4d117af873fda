/** Everything that answers a question, in one stream. */
package org.onrecord.api.export;
