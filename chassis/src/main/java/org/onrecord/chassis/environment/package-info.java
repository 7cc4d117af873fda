/** What a service is told by variables of its environment, checked before anything starts. */
package org.onrecord.chassis.environment;
