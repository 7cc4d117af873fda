package org.onrecord.database;

import org.jdbi.v3.core.qualifier.NVarchar;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** What Jdbi looks into beside the settings that its own metadata name: qualifiers of types, and how arguments are told. */
@RegisterForReflection(
        targets = NVarchar.class,
        classNames = {
            "org.jdbi.v3.core.argument.NullArgument",
            "org.jdbi.v3.core.array.SqlArrayArgument",
            "org.jdbi.v3.meta.Legacy"
        })
final class NativeRegistrations {

    private NativeRegistrations() {}
}
