-- Articles that somebody brings along, a line each. A line waits here until the scraper has read it; its words go then.

CREATE TABLE import (
    id          uuid PRIMARY KEY,
    received_at timestamptz NOT NULL DEFAULT now(),
    -- When its body last went on.
    touched_at  timestamptz NOT NULL DEFAULT now(),
    state       text NOT NULL DEFAULT 'receiving' CHECK (state IN ('receiving', 'received', 'cut-off'))
);

CREATE TABLE import_line (
    import_id  uuid NOT NULL REFERENCES import ON DELETE CASCADE,
    line       bigint NOT NULL,
    -- Made of the line's bytes, so that the same line is the same request however often it is sent. Null of a broken one.
    request_id uuid,
    state      text NOT NULL CHECK (state IN ('waiting', 'done', 'known', 'broken')),
    -- As it came; null once it waits no longer.
    body       text,
    -- How it ended at the scraper, by its reason; null of what is to be fetched.
    reason     text,
    -- What is wrong with it.
    detail     text,
    due_at     timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (import_id, line)
);

CREATE INDEX import_line_due ON import_line (due_at) WHERE state = 'waiting';
