-- What editors decided, kept apart from what was read (package review): a decision holds its words with what stands around them, so
-- that it finds them in every later reading of the article. One that was undone or replaced stays, with when and by whom.
CREATE TABLE review (
    review_id       uuid PRIMARY KEY,
    decision        text NOT NULL CHECK (decision IN ('confirmed', 'corrected', 'rejected', 'merged', 'separated', 'renamed')),
    author          text NOT NULL,
    note            text,
    made_at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    ended_at        timestamptz,
    ended_by        text,
    -- The quote as it is answered, whatever the machine calls it later.
    article_id      uuid REFERENCES article,
    quote_id        uuid,
    quote_stored_at timestamptz,
    -- What is said by it, with its surroundings.
    says            jsonb,
    -- What the machine had read, as it was answered then.
    machine         jsonb,
    -- Whether the machine reads it now (laid), only the editor does (alone), or the article has its words no more (orphaned).
    state           text CHECK (state IN ('laid', 'alone', 'orphaned'))
);
CREATE UNIQUE INDEX review_of_quote ON review (quote_id) WHERE ended_at IS NULL AND quote_id IS NOT NULL;
CREATE INDEX review_of_article ON review (article_id) WHERE article_id IS NOT NULL;
CREATE INDEX review_by_time ON review (made_at DESC, review_id DESC);

-- Of a row that stands for what an editor decided, what is answered of that; a rejected one is never current. The machine's own row
-- is put aside meanwhile, as it was, with its names.
ALTER TABLE quote ADD COLUMN review jsonb;
CREATE INDEX quote_reviewed ON quote (dated_at DESC, quote_id DESC) WHERE review IS NOT NULL;

CREATE TABLE quote_aside (
    analysis_id uuid NOT NULL,
    quote_id    uuid NOT NULL,
    article_id  uuid NOT NULL,
    quote       jsonb NOT NULL,
    names       jsonb NOT NULL,
    about       jsonb NOT NULL,
    PRIMARY KEY (analysis_id, quote_id)
);
CREATE INDEX quote_aside_by_article ON quote_aside (article_id);

-- Somebody whom an editor names as a speaker and the machine found nowhere in the article; the person, where the editor told which.
ALTER TABLE entity
    ADD COLUMN by_editor boolean NOT NULL DEFAULT false,
    ADD COLUMN pinned uuid;
CREATE INDEX entity_pinned ON entity (pinned) WHERE pinned IS NOT NULL;

CREATE OR REPLACE FUNCTION delete_annotations(of_analysis uuid) RETURNS void LANGUAGE sql AS $$
    DELETE FROM quote_about WHERE analysis_id = of_analysis;
    DELETE FROM quote_name WHERE analysis_id = of_analysis;
    DELETE FROM quote WHERE analysis_id = of_analysis;
    DELETE FROM quote_aside WHERE analysis_id = of_analysis;
    DELETE FROM mention WHERE analysis_id = of_analysis;
    DELETE FROM known_name k WHERE k.key IN (SELECT key FROM entity_name WHERE analysis_id = of_analysis)
        AND NOT EXISTS (SELECT 1 FROM entity_name n WHERE n.key = k.key AND n.analysis_id <> of_analysis);
    DELETE FROM entity_name WHERE analysis_id = of_analysis;
    DELETE FROM entity WHERE analysis_id = of_analysis;
$$;

-- Who may set right what was read; "feed" is of V24.
ALTER TABLE access_key
    DROP CONSTRAINT access_key_scope_check,
    ADD CONSTRAINT access_key_scope_check CHECK (scope IN ('feed', 'read', 'write', 'edit', 'admin'));
