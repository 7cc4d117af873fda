package org.onrecord.api.access;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

import org.onrecord.api.parameter.ForeignParameters;

/** What a provider says by the address to which it sends a browser back (RFC 6749, section 4.1.2; RFC 9207). */
@RegisterForReflection
public class SignInAnswer implements ForeignParameters {

    @RestQuery
    @Nullable
    public String code;

    @RestQuery
    @Nullable
    public String state;

    @RestQuery
    @Nullable
    public String error;

    @RestQuery
    @Nullable
    public String iss;
}
