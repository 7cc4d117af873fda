-- Questions that somebody keeps. The query is what /v1/quotes takes, in one spelling.
CREATE TABLE saved_search (
    search_id  uuid PRIMARY KEY,
    -- Of the key that made it, or whoever a token was given to; all zeros where nobody needs one.
    owner      uuid NOT NULL,
    name       text NOT NULL,
    query      text NOT NULL,
    created_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL
);
CREATE INDEX saved_search_by_owner ON saved_search (owner, created_at, search_id);

-- A key for feed readers, which cannot send headers: the only kind that may stand in an address.
ALTER TABLE access_key
    DROP CONSTRAINT access_key_scope_check,
    ADD CONSTRAINT access_key_scope_check CHECK (scope IN ('feed', 'read', 'write', 'admin'));
