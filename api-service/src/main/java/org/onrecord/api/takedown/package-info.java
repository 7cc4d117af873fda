/** Takes articles down: out of the answers, the text, the archive and the topics, for good (docs/decisions/0016). */
package org.onrecord.api.takedown;
