-- Which person a name means follows from all articles that name somebody of the same surname (package person). Until that is
-- settled, and for organisations and places, an entity's id is of its type and its name.
CREATE FUNCTION surname_of(name_key text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT substring(regexp_replace(name_key, ' (jr|sr|ii|iii|iv)$', '') FROM '[^ ]+$')
$$;

ALTER TABLE entity
    ADD COLUMN surname text GENERATED ALWAYS AS (CASE WHEN type = 'person' THEN surname_of(name_key) END) STORED,
    -- The name a person is listed under, where it was settled; the entity's own otherwise.
    ADD COLUMN listed_as text,
    ADD COLUMN evidence text NOT NULL DEFAULT 'name';
CREATE INDEX entity_by_surname ON entity (surname) WHERE surname IS NOT NULL;

DROP INDEX entity_by_name;
CREATE INDEX entity_by_name ON entity (coalesce(listed_as, name_key), type, entity_id);

-- Surnames of which an article has come, changed or gone. The same surname may wait more than once.
CREATE TABLE surname_waiting (
    no      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    surname text NOT NULL
);
CREATE INDEX surname_waiting_by_surname ON surname_waiting (surname);

-- How long a surname took: one of many articles is settled less often.
CREATE TABLE surname_settled (
    surname    text PRIMARY KEY,
    settled_at timestamptz NOT NULL,
    took       interval NOT NULL
);

INSERT INTO surname_waiting (surname) SELECT DISTINCT surname FROM entity WHERE surname IS NOT NULL;
