/** The seed site, and what {@code ./onrecord demo} prints of it. */
package org.onrecord.local.demo;
