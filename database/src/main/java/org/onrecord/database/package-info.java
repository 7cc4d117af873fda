/**
 * What the services that keep something in PostgreSQL share: tables brought up to date, Jdbi set up, and which failures are
 * whose.
 */
package org.onrecord.database;
