-- Whether the words of a quote were said, asked, denied or not said at all, and who said them together. What was read before is
-- taken for said, by one, until its article is read again.
ALTER TABLE quote
    ADD COLUMN stance text NOT NULL DEFAULT 'said' CHECK (stance IN ('said', 'asked', 'denied', 'unsaid')),
    -- All of them, as answered, and their numbers in the analysis, where several speak; null where speaker and speaker_no tell all.
    ADD COLUMN speakers jsonb,
    ADD COLUMN speaker_nos integer[];

-- As in the quote's own row.
ALTER TABLE quote_name ADD COLUMN stance text NOT NULL DEFAULT 'said';

-- Nearly every question leaves out what was not said: the indexes that answered without the table still do.
CREATE INDEX quote_by_date_with_stance ON quote (dated_at DESC, quote_id DESC) INCLUDE (stance) WHERE current;
CREATE INDEX quote_name_by_key_with_stance ON quote_name (role, key, dated_at DESC, quote_id DESC)
    INCLUDE (analysis_id, stance) WHERE current;

-- The few that are asked for by another stance are found without reading all that was said.
CREATE INDEX quote_not_said_by_date ON quote (dated_at DESC, quote_id DESC) INCLUDE (stance)
    WHERE current AND stance <> 'said';

-- Without statistics of the stances half of all quotes would be taken for unsaid.
ANALYZE quote (stance);
ANALYZE quote_name (stance);

DROP INDEX quote_by_date;
DROP INDEX quote_name_by_key;
ALTER INDEX quote_by_date_with_stance RENAME TO quote_by_date;
ALTER INDEX quote_name_by_key_with_stance RENAME TO quote_name_by_key;
