/** How a service ends: within ten seconds, whatever it waits for. */
package org.onrecord.chassis.stop;
