/** Questions that somebody keeps under a name, to be asked again, followed as a feed, or told of by alerts. */
package org.onrecord.api.saved;
