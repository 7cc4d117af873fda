package org.onrecord.api.person;

import java.util.UUID;

/**
 * Which person a sighting is of.
 *
 * @param personId the same for all sightings of the person
 * @param listedAs the normalised name that person is listed under
 * @param evidence why
 */
record Identity(UUID personId, String listedAs, Evidence evidence) {}
