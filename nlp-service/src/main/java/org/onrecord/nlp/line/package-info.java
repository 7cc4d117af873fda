/** The service's place in the line: articles in, analyses and outcomes out, over Kafka. */
package org.onrecord.nlp.line;
