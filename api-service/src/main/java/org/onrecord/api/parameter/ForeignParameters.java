package org.onrecord.api.parameter;

/** Parameters in an address that others make, who may add some of their own: those are left alone. */
public interface ForeignParameters {}
