package org.onrecord.contracts;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A person, organisation or place that an article is about.
 *
 * @param id names it within its analysis, from 0
 * @param type what it is
 * @param name the fullest name the article gives it, without titles
 * @param aliases other names the article uses for it, in order of appearance
 * @param roles titles and roles the article gives it ("Secretary of State"), in order of appearance
 */
@Schema(name = "ReadEntity")
public record Entity(int id, EntityType type, String name, List<String> aliases, List<String> roles) {}
