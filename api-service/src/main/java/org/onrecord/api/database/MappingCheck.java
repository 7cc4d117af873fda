package org.onrecord.api.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.SchemaValidationException;

import org.onrecord.database.SchemaCheck;

/** The entities' mapping fits the tables. */
@ApplicationScoped
class MappingCheck implements SchemaCheck {

    private final EntityManagerFactory mapping;

    MappingCheck(EntityManagerFactory mapping) {
        this.mapping = mapping;
    }

    @Override
    public void check() throws SchemaValidationException {
        mapping.getSchemaManager().validate();
    }
}
