-- When the page was fetched, where its article was read for the first time then; null where it was read again (by another reader,
-- or out of an archive), of which nobody is told.
ALTER TABLE quote_log ADD COLUMN fetched_at timestamptz;

-- Who is told of new answers to a saved search.
CREATE TABLE alert (
    alert_id        uuid PRIMARY KEY,
    search_id       uuid NOT NULL REFERENCES saved_search ON DELETE CASCADE,
    url             text NOT NULL,
    -- What deliveries are signed with has to be known itself; its hash would not do.
    secret          bytea NOT NULL,
    previous_secret bytea,
    previous_until  timestamptz,
    state           text NOT NULL CHECK (state IN ('active', 'paused', 'disabled')),
    disabled_reason text,
    created_at      timestamptz NOT NULL,
    -- From when on what is stored is told of.
    since           timestamptz NOT NULL,
    -- Since when nothing was delivered; null where the last attempt went well.
    failing_since   timestamptz,
    failures        integer NOT NULL DEFAULT 0,
    next_try_at     timestamptz NOT NULL DEFAULT now(),
    -- An instance is at it until then, or was killed.
    leased_until    timestamptz
);
CREATE INDEX alert_by_search ON alert (search_id);

-- What was told of, by its wording: those of its utterance are told of as well.
CREATE TABLE alert_told (
    alert_id   uuid NOT NULL REFERENCES alert ON DELETE CASCADE,
    wording_id uuid NOT NULL,
    PRIMARY KEY (alert_id, wording_id)
);

-- What is to be delivered, and what came of it. The words stand in the quote alone: they are read when it is sent.
CREATE TABLE delivery (
    delivery_id uuid PRIMARY KEY,
    alert_id    uuid NOT NULL REFERENCES alert ON DELETE CASCADE,
    -- Null for a test.
    quote_id    uuid,
    article_id  uuid,
    state       text NOT NULL CHECK (state IN ('pending', 'delivered', 'failed', 'withdrawn')),
    created_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    due_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    attempts    integer NOT NULL DEFAULT 0,
    -- Of the last attempt.
    tried_at    timestamptz,
    status      integer,
    answer      text,
    error       text
);
CREATE INDEX delivery_due ON delivery (alert_id, due_at) WHERE state = 'pending';
CREATE INDEX delivery_by_alert ON delivery (alert_id, created_at DESC, delivery_id DESC);
CREATE INDEX delivery_by_article ON delivery (article_id);
CREATE INDEX delivery_age ON delivery (created_at);

-- How far the log of quotes was compared with the searches that have alerts.
CREATE TABLE alert_cursor (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    xid    xid8 NOT NULL DEFAULT '0',
    no     bigint NOT NULL DEFAULT 0
);
INSERT INTO alert_cursor DEFAULT VALUES;
