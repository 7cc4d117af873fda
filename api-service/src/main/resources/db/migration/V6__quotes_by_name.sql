-- Every normalised name and entity id under which a quote's speaker, or whom it is about, is found: with what a list is sorted
-- by, so that the newest of somebody's million quotes are read and not all of them, and so that speaker and subject are
-- matched by two index scans in one order.
CREATE TABLE quote_name (
    analysis_id uuid NOT NULL,
    quote_id    uuid NOT NULL,
    role        text NOT NULL CHECK (role IN ('speaker', 'about')),
    key         text NOT NULL,
    -- As in the quote's own row.
    current     boolean NOT NULL,
    dated_at    timestamptz NOT NULL,
    PRIMARY KEY (analysis_id, quote_id, role, key),
    FOREIGN KEY (analysis_id, quote_id) REFERENCES quote ON DELETE CASCADE
);

INSERT INTO quote_name
SELECT analysis_id, quote_id, role, regexp_replace(key, '^(the|a|an) ', ''), current, dated_at
FROM quote JOIN (
    SELECT analysis_id, quote_id, 'speaker' AS role, key FROM quote_speaker
    UNION SELECT q.analysis_id, q.quote_id, 'speaker', e.entity_id::text
        FROM quote q JOIN entity e ON e.analysis_id = q.analysis_id AND e.entity_no = q.speaker_no
    UNION SELECT b.analysis_id, b.quote_id, 'about', n.key
        FROM quote_about b JOIN entity_name n ON n.analysis_id = b.analysis_id AND n.entity_no = b.entity_no
    UNION SELECT b.analysis_id, b.quote_id, 'about', e.entity_id::text
        FROM quote_about b JOIN entity e ON e.analysis_id = b.analysis_id AND e.entity_no = b.entity_no
) AS names USING (analysis_id, quote_id)
ON CONFLICT DO NOTHING;

CREATE INDEX quote_name_by_key ON quote_name (role, key, dated_at DESC, quote_id DESC) INCLUDE (analysis_id) WHERE current;

DROP TABLE quote_speaker;

-- Words and names are skewed: with the usual statistics a rare word is taken for a common one, and the newest quotes are read
-- one after the other until enough of them have it.
ALTER TABLE quote ALTER COLUMN search SET STATISTICS 1000;
ALTER TABLE article ALTER COLUMN search SET STATISTICS 1000;
ALTER TABLE quote_name ALTER COLUMN key SET STATISTICS 1000;
