/**
 * What a service cannot work without: whether it is there is asked once a second, told once, and decides whether the
 * instance takes events.
 */
package org.onrecord.chassis.backing;
