/** A Java agent for tests: it writes down what a running service looks up by name or by reflection, and who asks. */
package org.onrecord.reflection;
