/** Events on their way: from records to messages of a topic and back, put aside what cannot be read, wait for what is away. */
package org.onrecord.chassis.event;
