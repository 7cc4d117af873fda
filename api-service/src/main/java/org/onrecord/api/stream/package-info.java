/**
 * New quotes as they are stored, to any number of listeners. One reader an instance reads the log in the database and asks
 * each question once for all who asked it; where a listener is in the log is the listener's to say, so that any instance can
 * go on where another stopped.
 */
package org.onrecord.api.stream;
