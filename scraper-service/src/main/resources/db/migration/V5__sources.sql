-- Where articles are found. A source is what its operator added; its channels are the documents that tell of pages, and
-- each has one row among the requests, whose due time is that of its next poll.

CREATE TABLE source (
    id             uuid PRIMARY KEY,
    url            text NOT NULL,
    state          text NOT NULL CHECK (state IN ('discovering', 'active', 'paused', 'failed')),
    include        text[] NOT NULL,
    exclude        text[] NOT NULL,
    added_at       timestamptz NOT NULL DEFAULT now(),
    position       bigint GENERATED ALWAYS AS IDENTITY,
    articles_found bigint NOT NULL DEFAULT 0,
    last_found_at  timestamptz,
    -- Of any of its channels, and when; kept when all is well again.
    last_error     text,
    last_error_at  timestamptz
);

CREATE UNIQUE INDEX source_position ON source (position);

CREATE TABLE channel (
    id            uuid PRIMARY KEY,
    source_id     uuid NOT NULL REFERENCES source ON DELETE CASCADE,
    url           text NOT NULL,
    kind          text NOT NULL
                  CHECK (kind IN ('undiscovered', 'rss', 'atom', 'json-feed', 'sitemap', 'sitemap-index')),
    -- The index of sitemaps that names it.
    parent_id     uuid REFERENCES channel ON DELETE CASCADE,
    -- When that index says it was changed.
    listed_at     timestamptz,
    -- What the server is told, so that it need not send again what is known; and what tells a server that does not listen.
    entity_tag    text,
    last_modified text,
    digest        bytea,
    poll_every_ms bigint NOT NULL,
    polled_at     timestamptz,
    -- How many polls in a row failed, and why the last did.
    failures      integer NOT NULL DEFAULT 0,
    error         text
);

CREATE INDEX channel_source ON channel (source_id);
CREATE INDEX channel_parent ON channel (parent_id) WHERE parent_id IS NOT NULL;

ALTER TABLE fetch_request ADD COLUMN channel_id uuid UNIQUE REFERENCES channel ON DELETE CASCADE;

-- The pages that channels told of, by canonical URL, so that each is fetched once however many tell of it. Forgotten when
-- none has told of them for long.
CREATE TABLE story (
    id           uuid PRIMARY KEY,
    -- The latest word on when it was changed; null if there was none.
    changed_at   timestamptz,
    -- When it was last asked for; null if it was there before its source was.
    requested_at timestamptz,
    seen_on      date NOT NULL DEFAULT current_date
);

CREATE INDEX story_seen ON story (seen_on);
