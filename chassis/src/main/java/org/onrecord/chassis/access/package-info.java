/** Who may ask the services behind the API service: the API service, and nobody else. */
package org.onrecord.chassis.access;
