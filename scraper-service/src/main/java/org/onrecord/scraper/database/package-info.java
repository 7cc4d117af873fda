/** The scraper's own schema in PostgreSQL: transactions and their failures. */
package org.onrecord.scraper.database;
