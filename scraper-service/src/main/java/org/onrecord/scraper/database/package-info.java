/** The scraper's own schema in PostgreSQL, shared by the work of many hosts. */
package org.onrecord.scraper.database;
