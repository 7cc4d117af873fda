/** A real PostgreSQL and a real Kafka broker on loopback ports, for the line on one machine and for tests. */
package org.onrecord.local.server;
