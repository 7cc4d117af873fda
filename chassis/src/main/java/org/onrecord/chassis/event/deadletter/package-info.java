/** Where a record goes that cannot be taken: to the dead-letter topic of its channel, with why and where it came from. */
package org.onrecord.chassis.event.deadletter;
