-- What was an utterance, the very same words, is a wording now: several that say the same are one utterance (package
-- utterance), under the id of the one printed first. Which they are follows from all quotes there are.
ALTER TABLE quote RENAME COLUMN utterance_id TO wording_id;
ALTER INDEX quote_by_utterance RENAME TO quote_by_wording;

CREATE TABLE wording (
    wording_id   uuid PRIMARY KEY,
    -- Of the words at the ends of its sentences: who shares one with it may say the same.
    keys         bigint[] NOT NULL,
    -- Null where it stands alone.
    utterance_id uuid
);
-- Nothing is put off: a list of what is not yet in its place would be read through at every look-up.
CREATE INDEX wording_by_key ON wording USING gin (keys) WITH (fastupdate = off);
-- Few wordings are not alone: an index of these alone stays in memory.
CREATE INDEX wording_with_others ON wording (wording_id) INCLUDE (utterance_id) WHERE utterance_id IS NOT NULL;
CREATE INDEX wording_by_utterance ON wording (utterance_id) WHERE utterance_id IS NOT NULL;

-- Wordings of which an article has come, changed or gone. The same may wait more than once.
CREATE TABLE wording_waiting (
    no         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    wording_id uuid NOT NULL
);

INSERT INTO wording_waiting (wording_id) SELECT DISTINCT wording_id FROM quote WHERE current;
