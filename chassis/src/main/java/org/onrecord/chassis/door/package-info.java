/** What every request passes before anything reads it: whose name it asks for, which page sent it, what it says its body is. */
package org.onrecord.chassis.door;
