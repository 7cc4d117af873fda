-- Requests that came to their end lately: the inbox may deliver one again, since its offsets are committed later than a page is
-- fetched, and a page is asked for once.
CREATE TABLE done_request (
    request_id uuid PRIMARY KEY,
    done_at    timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX done_request_age ON done_request (done_at);
