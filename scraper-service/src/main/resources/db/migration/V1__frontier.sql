-- What is to be fetched, and from which host when. A worker leases a host for as long as it asks it for pages, so that no
-- host is asked by two; a lease that is not renewed runs out, and another worker takes over.

CREATE TABLE host (
    -- The registrable domain, or the authority where there is none.
    name            text PRIMARY KEY,
    next_allowed_at timestamptz NOT NULL DEFAULT '-infinity',
    -- When the next of its requests may be made; null if there is none.
    ready_at        timestamptz,
    lease           uuid,
    leased_until    timestamptz,
    -- How often in a row it has been in trouble.
    failures        integer NOT NULL DEFAULT 0
);

CREATE INDEX host_ready ON host (ready_at) WHERE ready_at IS NOT NULL;
CREATE INDEX host_lease ON host (lease) WHERE lease IS NOT NULL;

CREATE TABLE fetch_request (
    request_id uuid PRIMARY KEY,
    url        text NOT NULL,
    host       text NOT NULL,
    due_at     timestamptz NOT NULL,
    attempts   integer NOT NULL DEFAULT 0,
    queued_at  timestamptz NOT NULL DEFAULT now(),
    position   bigint GENERATED ALWAYS AS IDENTITY
);

CREATE INDEX fetch_request_turn ON fetch_request (host, due_at, position);
