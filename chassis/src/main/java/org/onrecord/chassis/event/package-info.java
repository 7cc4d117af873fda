/** Events on their way: from records to messages of a topic and back, waiting for what is away. */
package org.onrecord.chassis.event;
