-- Each normalised name once, however many articles have it: by it a name is found that is like one that nobody bears. Follows from
-- entity_name: written with it, and gone with the last of it.
CREATE TABLE known_name (key text PRIMARY KEY);
INSERT INTO known_name SELECT DISTINCT key FROM entity_name;

DO $$
BEGIN
    IF EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'pg_trgm') THEN
        CREATE INDEX known_name_by_part ON known_name USING gin (key gin_trgm_ops);
    END IF;
END
$$;
ANALYZE known_name;

CREATE OR REPLACE FUNCTION delete_annotations(of_analysis uuid) RETURNS void LANGUAGE sql AS $$
    DELETE FROM quote_about WHERE analysis_id = of_analysis;
    DELETE FROM quote_name WHERE analysis_id = of_analysis;
    DELETE FROM quote WHERE analysis_id = of_analysis;
    DELETE FROM mention WHERE analysis_id = of_analysis;
    DELETE FROM known_name k WHERE k.key IN (SELECT key FROM entity_name WHERE analysis_id = of_analysis)
        AND NOT EXISTS (SELECT 1 FROM entity_name n WHERE n.key = k.key AND n.analysis_id <> of_analysis);
    DELETE FROM entity_name WHERE analysis_id = of_analysis;
    DELETE FROM entity WHERE analysis_id = of_analysis;
$$;
