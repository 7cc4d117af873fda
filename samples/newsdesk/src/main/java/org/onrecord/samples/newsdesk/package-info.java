/** A client of Onrecord's API as a newsroom might write it, and the contract that holds the API to what this client needs. */
package org.onrecord.samples.newsdesk;
