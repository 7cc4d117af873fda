/** The whole line as one, from the first fetch to the answer. */
package org.onrecord.benchmarks.line;
