-- A write by a token of the operator's identity provider is noted by the token's subject.
ALTER TABLE audit
    ALTER COLUMN key_id DROP NOT NULL,
    ADD COLUMN subject text,
    ADD CHECK ((key_id IS NULL) <> (subject IS NULL));
