package org.onrecord.api.export;

/** How an export is written. */
enum ExportFormat {
    JSON_LINES("application/jsonl", "quotes.jsonl"),
    CSV("text/csv; charset=utf-8", "quotes.csv");

    private final String mediaType;
    private final String fileName;

    ExportFormat(String mediaType, String fileName) {
        this.mediaType = mediaType;
        this.fileName = fileName;
    }

    String mediaType() {
        return mediaType;
    }

    String fileName() {
        return fileName;
    }
}
