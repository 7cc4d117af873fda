-- A browser that somebody signed in with a key: its cookie holds a secret of its own, and the hash of that finds the key.
CREATE TABLE session (
    hash       bytea PRIMARY KEY,
    key_id     uuid NOT NULL REFERENCES access_key,
    expires_at timestamptz NOT NULL
);
CREATE INDEX session_by_end ON session (expires_at);
