/** Work that goes on for as long as the service runs, whatever happens in it, and a liveness check that knows all of it. */
package org.onrecord.chassis.loop;
