-- Where in the archive each fetched page lies. Files may move within their folder tree: only their names are kept.
CREATE TABLE capture (
    record_id      uuid PRIMARY KEY,
    url            text NOT NULL,
    fetched_at     timestamptz NOT NULL,
    payload_digest bytea NOT NULL,
    -- The record that has the same payload; null where the payload lies in this one.
    refers_to      uuid REFERENCES capture,
    file           text NOT NULL,
    byte_offset    bigint NOT NULL
);

CREATE INDEX capture_url ON capture USING hash (url);
