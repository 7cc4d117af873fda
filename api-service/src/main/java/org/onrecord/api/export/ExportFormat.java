package org.onrecord.api.export;

/** How an export is written. */
enum ExportFormat {
    JSON_LINES("application/jsonl", "jsonl"),
    CSV("text/csv; charset=utf-8", "csv"),
    /** With a byte order mark. */
    CSV_EXCEL("text/csv; charset=utf-8", "csv");

    private final String mediaType;
    private final String extension;

    ExportFormat(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    String mediaType() {
        return mediaType;
    }

    /** @param what is exported */
    String fileName(String what) {
        return what + "." + extension;
    }
}
