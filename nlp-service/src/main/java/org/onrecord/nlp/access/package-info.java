/** Who may ask this service: the API service, and nobody else. */
package org.onrecord.nlp.access;
