-- What servers said of pages that were read: by it a page that is asked for again is sent only if it has changed, and not
-- asked for while it is fresh. A page's key is made from its URL, which may be longer than an index takes.
CREATE TABLE seen_page (
    id            uuid PRIMARY KEY,
    entity_tag    text,
    last_modified text,
    fresh_until   timestamptz NOT NULL,
    seen_at       timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX seen_page_age ON seen_page (seen_at);
