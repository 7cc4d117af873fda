-- How many quotes there are, counted ahead: of everything by day, by month and over all time, of each site by day and by month; of
-- all quotes, and of each entity as speaker and as whom they are about. What was not said is not counted, as in nearly every
-- question. Follows from quote, quote_name and article.site alone: a trigger puts each article of which a row changed on a list, and
-- behind that whoever settles counts it anew (class Tally): what the rows say now comes in, what was counted of it goes out.
-- Of articles on the list a question does the same for itself, so that it is right at every moment, and no writer waits for another.

CREATE TABLE tally (
    span   text NOT NULL,
    role   text NOT NULL CHECK (role IN ('any', 'speaker', 'about')),
    -- Empty where it is of all sites.
    site   text NOT NULL,
    -- The first day, in UTC.
    start  date NOT NULL,
    -- Of an entity; all zeros where it is of all quotes.
    key    uuid NOT NULL,
    quotes bigint NOT NULL,
    PRIMARY KEY (span, role, site, start, key)
) PARTITION BY LIST (span);
-- Room on each page, so that a count that changes stays where the index has it.
-- Whoever asks for those of all time reads each of them: so speakers and subjects are apart.
CREATE TABLE tally_of_all PARTITION OF tally FOR VALUES IN ('all') PARTITION BY LIST (role);
CREATE TABLE tally_of_all_speakers PARTITION OF tally_of_all FOR VALUES IN ('speaker') WITH (fillfactor = 70);
CREATE TABLE tally_of_all_subjects PARTITION OF tally_of_all FOR VALUES IN ('about', 'any') WITH (fillfactor = 70);
CREATE TABLE tally_by_month PARTITION OF tally FOR VALUES IN ('month') WITH (fillfactor = 80);
CREATE TABLE tally_by_day PARTITION OF tally FOR VALUES IN ('day') WITH (fillfactor = 90);
CREATE TABLE tally_of_site_by_month PARTITION OF tally FOR VALUES IN ('site-month') WITH (fillfactor = 90);
CREATE TABLE tally_of_site_by_day PARTITION OF tally FOR VALUES IN ('site-day') WITH (fillfactor = 70);

-- What was counted of an article.
CREATE TABLE tallied (
    article_id uuid NOT NULL,
    site       text NOT NULL,
    day        date NOT NULL,
    role       text NOT NULL,
    keys       uuid[] NOT NULL,
    quotes     integer[] NOT NULL
);
CREATE INDEX tallied_by_article ON tallied (article_id);

-- Articles of which a row has changed since they were counted. The same may wait more than once.
CREATE TABLE tally_waiting (
    no         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    article_id uuid NOT NULL
);

-- How far the articles that were stored before have been counted, by date. Until all are, questions read the rows.
CREATE TABLE tally_before (
    single     boolean PRIMARY KEY DEFAULT true CHECK (single),
    dated_at   timestamptz NOT NULL DEFAULT '-infinity',
    article_id uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
    done       boolean NOT NULL
);

-- What the rows of some articles say.
CREATE FUNCTION tally_of(articles uuid[])
    RETURNS TABLE (article_id uuid, site text, day date, role text, key uuid, quotes integer) LANGUAGE sql STABLE AS $$
    SELECT a.article_id, coalesce(a.site, ''), (q.dated_at AT TIME ZONE 'UTC')::date, counted.role, counted.key, count(*)::integer
    FROM article a JOIN quote q ON q.article_id = a.article_id, LATERAL (
        SELECT 'any' AS role, '00000000-0000-0000-0000-000000000000'::uuid AS key
        UNION ALL
        SELECT n.role, n.key::uuid FROM quote_name n
        WHERE n.analysis_id = q.analysis_id AND n.quote_id = q.quote_id AND n.current AND n.stance <> 'unsaid'
            AND n.key LIKE '________-____-____-____-____________') AS counted
    WHERE a.article_id = ANY (articles) AND q.current AND q.stance <> 'unsaid'
    GROUP BY 1, 2, 3, 4, 5
$$;

-- By how much the counts are other than the rows, of articles that wait.
CREATE FUNCTION tally_missing() RETURNS TABLE (site text, day date, role text, key uuid, quotes integer) LANGUAGE sql STABLE AS $$
    WITH waiting AS MATERIALIZED (SELECT array_agg(DISTINCT article_id) AS articles FROM tally_waiting)
    SELECT now.site, now.day, now.role, now.key, now.quotes FROM waiting, tally_of(waiting.articles) AS now
    UNION ALL
    SELECT t.site, t.day, t.role, each.key, -each.quotes
    FROM waiting JOIN tallied t ON t.article_id = ANY (waiting.articles), unnest(t.keys, t.quotes) AS each (key, quotes)
$$;

CREATE FUNCTION tally_again_by_quotes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO tally_waiting (article_id) SELECT DISTINCT article_id FROM changed;
    RETURN NULL;
END
$$;

-- Of an analysis that is gone already the quotes went too, or are about to.
CREATE FUNCTION tally_again_by_names() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO tally_waiting (article_id)
    SELECT DISTINCT n.article_id FROM (SELECT DISTINCT analysis_id FROM changed) AS c JOIN analysis n USING (analysis_id);
    RETURN NULL;
END
$$;

CREATE FUNCTION tally_again_by_site() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO tally_waiting (article_id) VALUES (NEW.article_id);
    RETURN NULL;
END
$$;

CREATE FUNCTION tally_again_all() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO tally_waiting (article_id) SELECT DISTINCT article_id FROM tallied;
    RETURN NULL;
END
$$;

-- Writers take these tables in more than one order. So none is waited for while another is held for longer than a moment, after which
-- all are let go: nobody waits in a ring, and nobody long. Every tenth time is longer than PostgreSQL takes to notice that an automatic
-- vacuum is in the way, which it then cancels.
DO $$
DECLARE
    tries integer := 0;
BEGIN
    LOOP
        tries := tries + 1;
        PERFORM set_config('lock_timeout', CASE WHEN tries % 10 = 0 THEN '1500ms' ELSE '200ms' END, true);
        BEGIN
            LOCK TABLE article, quote, quote_name IN SHARE ROW EXCLUSIVE MODE;
            EXIT;
        EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
            PERFORM pg_sleep(0.2 * random());
        END;
    END LOOP;
    SET LOCAL lock_timeout = 0;
END
$$;

CREATE TRIGGER tally_again AFTER UPDATE ON article FOR EACH ROW WHEN (OLD.site IS DISTINCT FROM NEW.site)
    EXECUTE FUNCTION tally_again_by_site();
CREATE TRIGGER tally_inserted AFTER INSERT ON quote REFERENCING NEW TABLE AS changed FOR EACH STATEMENT
    EXECUTE FUNCTION tally_again_by_quotes();
CREATE TRIGGER tally_updated AFTER UPDATE ON quote REFERENCING NEW TABLE AS changed FOR EACH STATEMENT
    EXECUTE FUNCTION tally_again_by_quotes();
CREATE TRIGGER tally_deleted AFTER DELETE ON quote REFERENCING OLD TABLE AS changed FOR EACH STATEMENT
    EXECUTE FUNCTION tally_again_by_quotes();
CREATE TRIGGER tally_emptied AFTER TRUNCATE ON quote FOR EACH STATEMENT EXECUTE FUNCTION tally_again_all();
CREATE TRIGGER tally_inserted AFTER INSERT ON quote_name REFERENCING NEW TABLE AS changed FOR EACH STATEMENT
    EXECUTE FUNCTION tally_again_by_names();
CREATE TRIGGER tally_updated AFTER UPDATE ON quote_name REFERENCING NEW TABLE AS changed FOR EACH STATEMENT
    EXECUTE FUNCTION tally_again_by_names();
CREATE TRIGGER tally_deleted AFTER DELETE ON quote_name REFERENCING OLD TABLE AS changed FOR EACH STATEMENT
    EXECUTE FUNCTION tally_again_by_names();
CREATE TRIGGER tally_emptied AFTER TRUNCATE ON quote_name FOR EACH STATEMENT EXECUTE FUNCTION tally_again_all();

INSERT INTO tally_before (done) SELECT NOT EXISTS (SELECT 1 FROM article);
