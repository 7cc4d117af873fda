-- A browser may be signed in by the operator's identity provider: then the session itself holds who sits there, and what they may.
ALTER TABLE session
    ALTER COLUMN key_id DROP NOT NULL,
    ADD COLUMN issuer text,
    ADD COLUMN subject text,
    ADD COLUMN scope text CHECK (scope IN ('read', 'write', 'edit', 'admin')),
    ADD CONSTRAINT session_of_one CHECK (
        CASE WHEN key_id IS NULL THEN issuer IS NOT NULL AND subject IS NOT NULL AND scope IS NOT NULL
        ELSE issuer IS NULL AND subject IS NULL AND scope IS NULL END);
