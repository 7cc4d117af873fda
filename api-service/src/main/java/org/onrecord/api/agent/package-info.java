/** What programs that act for somebody (agents) may ask, by the Model Context Protocol: they read, and change nothing. */
package org.onrecord.api.agent;
