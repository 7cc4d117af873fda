package org.onrecord.api.export;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What each line of an export has at its end.
 *
 * @param cursor from which an export that broke off goes on
 */
record LineEnd(
        @Schema(description = "From here an export that broke off goes on: cursor=…")
        String cursor) {}
