/** The page of a person, a body or a place. */
package org.onrecord.api.web.entity;
