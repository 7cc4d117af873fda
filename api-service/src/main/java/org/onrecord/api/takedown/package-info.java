/** Takes articles down: out of the answers, the text and the archive, for good. */
package org.onrecord.api.takedown;
