-- Quotes in the order in which they became visible, for those who listen. A sequence alone would not do: a transaction that
-- took a lower number may commit later. So a reader takes only rows of transactions older than any that still runs
-- (pg_snapshot_xmin), in the order of transaction and number: what appears later is always after what was read.
CREATE TABLE quote_log (
    quote_id  uuid PRIMARY KEY,
    xid       xid8 NOT NULL DEFAULT pg_current_xact_id(),
    no        bigint GENERATED ALWAYS AS IDENTITY,
    -- Whether its article was fetched long before: read again, or out of an archive.
    replay    boolean NOT NULL,
    logged_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX quote_log_order ON quote_log (xid, no);
CREATE INDEX quote_log_age ON quote_log (logged_at);

-- How far the log was forgotten: who comes back from before it has missed something.
CREATE TABLE quote_log_floor (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    xid  xid8 NOT NULL DEFAULT '0',
    no   bigint NOT NULL DEFAULT 0
);
INSERT INTO quote_log_floor DEFAULT VALUES;
