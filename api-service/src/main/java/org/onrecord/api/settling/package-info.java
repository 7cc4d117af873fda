/**
 * What follows from many articles together: who the people are, and which words are the same utterance. Settled in the
 * background, again wherever an article comes, changes or goes; what comes out depends on the articles alone, not on their
 * order.
 */
package org.onrecord.api.settling;
