/**
 * What belongs to the services behind this one: checked here, answered there. This service is the only one that is reached
 * from outside, so that keys, scopes and rates hold for all of it.
 */
package org.onrecord.api.forward;
