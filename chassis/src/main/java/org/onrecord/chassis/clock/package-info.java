/** Time that passes evenly, whatever is done to the machine's clock. */
package org.onrecord.chassis.clock;
