/** Statements as pages show them. */
package org.onrecord.api.web.statement;
