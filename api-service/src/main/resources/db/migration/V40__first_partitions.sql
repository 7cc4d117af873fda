-- The second half of V39, in a transaction of its own, so that rows are looked at while others go on writing.
SET LOCAL lock_timeout = '5s';

DO $$
DECLARE
    day timestamptz := (SELECT substring(pg_get_constraintdef(oid) FROM '''([^'']+)''') FROM pg_constraint
        WHERE conrelid = 'quote_log'::regclass AND conname = 'quote_log_before');
    month timestamptz := (SELECT substring(pg_get_constraintdef(oid) FROM '''([^'']+)''') FROM pg_constraint
        WHERE conrelid = 'outcome'::regclass AND conname = 'outcome_before');
BEGIN
    -- Outcomes first, as takedowns do.
    WITH ahead AS (DELETE FROM outcome WHERE at >= month RETURNING *)
    INSERT INTO outcome_other SELECT * FROM ahead;
    WITH ahead AS (DELETE FROM quote_log WHERE logged_at >= day RETURNING *)
    INSERT INTO quote_log_other SELECT * FROM ahead;

    ALTER TABLE outcome VALIDATE CONSTRAINT outcome_before;
    ALTER TABLE quote_log VALIDATE CONSTRAINT quote_log_before;

    EXECUTE format('ALTER TABLE outcome_by_month ATTACH PARTITION outcome FOR VALUES FROM (MINVALUE) TO (%L)', month);
    EXECUTE format('ALTER TABLE quote_log_by_day ATTACH PARTITION quote_log FOR VALUES FROM (MINVALUE) TO (%L)', day);
    ALTER TABLE outcome DROP CONSTRAINT outcome_before;
    ALTER TABLE quote_log DROP CONSTRAINT quote_log_before;
END
$$;
