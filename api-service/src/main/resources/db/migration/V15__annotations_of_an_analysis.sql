-- What was read in an article is written with its analysis, in one transaction, and goes with it. Looking the analysis up for each
-- of some hundred rows took longer than writing them: three quarters of the time of a row of quote_name. So the database keeps
-- the rule at its other end: who deletes an analysis deletes what was read with it.
ALTER TABLE entity DROP CONSTRAINT entity_analysis_id_fkey;
ALTER TABLE entity_name DROP CONSTRAINT entity_name_analysis_id_entity_no_fkey;
ALTER TABLE mention DROP CONSTRAINT mention_analysis_id_fkey;
ALTER TABLE quote DROP CONSTRAINT quote_analysis_id_fkey;
ALTER TABLE quote_name DROP CONSTRAINT quote_name_analysis_id_quote_id_fkey;
ALTER TABLE quote_about DROP CONSTRAINT quote_about_analysis_id_quote_id_fkey;

CREATE FUNCTION delete_annotations(of_analysis uuid) RETURNS void LANGUAGE sql AS $$
    DELETE FROM quote_about WHERE analysis_id = of_analysis;
    DELETE FROM quote_name WHERE analysis_id = of_analysis;
    DELETE FROM quote WHERE analysis_id = of_analysis;
    DELETE FROM mention WHERE analysis_id = of_analysis;
    DELETE FROM entity_name WHERE analysis_id = of_analysis;
    DELETE FROM entity WHERE analysis_id = of_analysis;
$$;

CREATE FUNCTION analysis_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM delete_annotations(OLD.analysis_id);
    RETURN NULL;
END
$$;
CREATE TRIGGER analysis_deleted AFTER DELETE ON analysis FOR EACH ROW EXECUTE FUNCTION analysis_deleted();
