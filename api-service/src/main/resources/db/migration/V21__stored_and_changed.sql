-- When a row was stored, and when it was last changed: by these whoever keeps a copy asks for what is new. Taken when the row is
-- written, not when its transaction began, so that no row is older than its transaction. Of what was stored before, when this was
-- added. A constant default rewrites no row.
ALTER TABLE quote
    ADD COLUMN stored_at timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE quote
    ALTER COLUMN stored_at SET DEFAULT clock_timestamp(),
    ALTER COLUMN changed_at SET DEFAULT clock_timestamp();
ALTER TABLE article
    ADD COLUMN stored_at timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE article
    ALTER COLUMN stored_at SET DEFAULT clock_timestamp(),
    ALTER COLUMN changed_at SET DEFAULT clock_timestamp();

CREATE INDEX quote_by_change ON quote (changed_at, quote_id) INCLUDE (stance) WHERE current;
CREATE INDEX article_by_change ON article (changed_at, article_id);
CREATE INDEX article_taken_down ON article (taken_down_at, article_id) WHERE taken_down_at IS NOT NULL;
