-- The log of quotes is kept in a table a day, and outcomes in a table a month, so that what is old is dropped as a whole, and so that
-- indexes of random ids do not outgrow the memory. Each table there was before becomes the first partition, under its name, by which
-- a replica of the release before goes on writing: nothing is copied, and nobody waits for more than a look at the rows (V40).
-- The service makes the tables to come (package partition). Whoever is slow to let go of a table is not waited for: this is tried again.
SET LOCAL lock_timeout = '5s';

-- In the order in which takedowns use them.
LOCK TABLE outcome, quote_log IN ACCESS EXCLUSIVE MODE;

-- An identity cannot be a partition's own; the numbers go on.
CREATE SEQUENCE quote_log_number;
SELECT setval('quote_log_number', last_value, is_called) FROM quote_log_no_seq;
ALTER TABLE quote_log ALTER no DROP IDENTITY;
ALTER TABLE quote_log ALTER no SET DEFAULT nextval('quote_log_number');

CREATE TABLE quote_log_by_day (LIKE quote_log INCLUDING DEFAULTS) PARTITION BY RANGE (logged_at);
ALTER SEQUENCE quote_log_number OWNED BY quote_log_by_day.no;
CREATE INDEX quote_log_by_day_order ON quote_log_by_day (xid, no);

CREATE TABLE outcome_by_month (LIKE outcome INCLUDING DEFAULTS) PARTITION BY RANGE (at);
CREATE INDEX outcome_by_month_request ON outcome_by_month (request_id);
CREATE INDEX outcome_by_month_url ON outcome_by_month (url_key);
CREATE INDEX outcome_by_month_article ON outcome_by_month (article_id);

-- What no other partition takes: told by a clock that is years ahead, or after nobody made the table for it. The key is each partition's
-- alone, since one of all of them would have to have the time.
CREATE TABLE quote_log_other PARTITION OF quote_log_by_day DEFAULT;
ALTER TABLE quote_log_other ADD PRIMARY KEY (quote_id);
CREATE TABLE outcome_other PARTITION OF outcome_by_month DEFAULT;
ALTER TABLE outcome_other ADD PRIMARY KEY (outcome_id);

-- From when on what was there before takes nothing more: long after the last replica of the release before has gone.
DO $$
BEGIN
    EXECUTE format('ALTER TABLE quote_log ADD CONSTRAINT quote_log_before CHECK (logged_at < %L) NOT VALID',
        (date_trunc('day', now() AT TIME ZONE 'UTC') + interval '4 days') AT TIME ZONE 'UTC');
    EXECUTE format('ALTER TABLE outcome ADD CONSTRAINT outcome_before CHECK (at < %L) NOT VALID',
        (date_trunc('month', now() AT TIME ZONE 'UTC') + interval '2 months') AT TIME ZONE 'UTC');
END
$$;
