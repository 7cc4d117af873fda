-- The secret itself is nowhere: its hash finds the key.
CREATE TABLE access_key (
    key_id       uuid PRIMARY KEY,
    name         text NOT NULL,
    hash         bytea NOT NULL UNIQUE,
    scope        text NOT NULL CHECK (scope IN ('read', 'write', 'admin')),
    created_at   timestamptz NOT NULL DEFAULT now(),
    expires_at   timestamptz,
    last_used_at timestamptz,
    revoked_at   timestamptz
);

-- Every write that a key asked for, noted before it was done. Keys are revoked and never deleted, so it stays readable.
CREATE TABLE audit (
    audit_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at       timestamptz NOT NULL DEFAULT now(),
    key_id   uuid NOT NULL REFERENCES access_key,
    method   text NOT NULL,
    path     text NOT NULL
);
CREATE INDEX audit_by_key ON audit (key_id, at);
