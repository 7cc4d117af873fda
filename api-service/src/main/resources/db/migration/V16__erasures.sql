-- Keys of records that are to be erased from the topics, since their article was taken down; an article's id alone stands for all
-- that outcomes tell of it, too. Written in the transaction that takes it down, and gone when the broker has the last of the records
-- that erase them.
CREATE TABLE erasure (
    record_key  text PRIMARY KEY,
    due_at      timestamptz NOT NULL DEFAULT now(),
    rounds_left smallint NOT NULL DEFAULT 2
);
CREATE INDEX erasure_due ON erasure (due_at);

-- Articles that the archive of pages may still have.
CREATE TABLE archive_erasure (
    article_id uuid PRIMARY KEY REFERENCES article,
    due_at     timestamptz NOT NULL
);

-- The events of what was taken down earlier.
INSERT INTO erasure (record_key) SELECT article_id::text FROM article WHERE taken_down_at IS NOT NULL;

-- A detail may have words of the article.
UPDATE outcome SET detail = NULL FROM article
WHERE outcome.article_id = article.article_id AND taken_down_at IS NOT NULL AND reason <> 'taken-down' AND detail IS NOT NULL;

-- Surnames that no article has any more.
DELETE FROM surname_settled s WHERE NOT EXISTS (SELECT 1 FROM entity WHERE entity.surname = s.surname);
