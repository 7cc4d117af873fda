/** Gives what was put aside another try. */
package org.onrecord.api.replay;
