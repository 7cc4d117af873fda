/** Who may ask: keys, what each allows, how often, and what was done with it. */
package org.onrecord.api.access;
