/**
 * Which person a name means, over all articles. The rows of every article that names somebody of one surname are read
 * together and divided into persons; what comes out depends on these rows alone, so that it may be done again at any time.
 */
package org.onrecord.api.person;
