-- An alert tells a url at once, or a mailbox by the hour or the day.
ALTER TABLE alert
    ALTER COLUMN url DROP NOT NULL,
    ALTER COLUMN secret DROP NOT NULL,
    ADD COLUMN email text,
    ADD COLUMN period text CHECK (period IN ('hourly', 'daily')),
    -- No further digest is made before: one for each period.
    ADD COLUMN digest_after timestamptz,
    ADD CONSTRAINT alert_one_way CHECK (
        CASE WHEN email IS NULL THEN url IS NOT NULL AND secret IS NOT NULL AND period IS NULL
        ELSE url IS NULL AND secret IS NULL AND period IS NOT NULL END);

-- How many statements a digest was made of; null where it is none.
ALTER TABLE delivery ADD COLUMN statements integer;

-- What digests tell of. It waits without a delivery, and stays with the one that it was gathered into.
CREATE TABLE digest_line (
    alert_id    uuid NOT NULL REFERENCES alert ON DELETE CASCADE,
    quote_id    uuid NOT NULL,
    article_id  uuid NOT NULL,
    no          bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    -- When the period is over in which it was found.
    due_at      timestamptz NOT NULL,
    delivery_id uuid REFERENCES delivery ON DELETE CASCADE,
    PRIMARY KEY (alert_id, quote_id)
);
CREATE INDEX digest_line_waiting ON digest_line (alert_id, due_at) WHERE delivery_id IS NULL;
CREATE INDEX digest_line_by_delivery ON digest_line (delivery_id, no);
CREATE INDEX digest_line_by_article ON digest_line (article_id);
