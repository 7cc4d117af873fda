-- Where an article names whom, as one value of its analysis: as rows they were two thirds of all rows of an article, and nobody asks
-- for one of them alone. Each is [entity_no, kind, field, span_start, span_end, surface], in reading order. Null for what an earlier
-- release stored, or stores while this one is brought in: its rows stay in the table mention until the article is read again.
ALTER TABLE analysis ADD COLUMN mentions jsonb;

CREATE FUNCTION mentions_of(of_analysis uuid)
    RETURNS TABLE (mention_no integer, entity_no integer, kind text, field text, span_start integer, span_end integer, surface text)
    LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT no::integer - 1, (m ->> 0)::integer, m ->> 1, m ->> 2, (m ->> 3)::integer, (m ->> 4)::integer, m ->> 5
    FROM analysis, jsonb_array_elements(mentions) WITH ORDINALITY AS each (m, no) WHERE analysis_id = of_analysis
    UNION ALL
    SELECT mention_no, entity_no, kind, field, span_start, span_end, surface FROM mention WHERE analysis_id = of_analysis
$$;
