/** What comes in at the front door: a URL, HTML or text to be read, passed on to the service that reads it. */
package org.onrecord.api.request;
