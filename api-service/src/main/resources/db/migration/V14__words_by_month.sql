-- The year and the month of a moment, as numbers: 2014 and 201406.
CREATE FUNCTION year_and_month(at timestamptz) RETURNS integer[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN ARRAY[extract(year FROM at AT TIME ZONE 'UTC')::integer,
    (extract(year FROM at AT TIME ZONE 'UTC') * 100 + extract(month FROM at AT TIME ZONE 'UTC'))::integer];

-- Words together with when they were printed: the newest of a million that have a word are found without reading all of them.
-- The indexes before are dropped last, since that keeps readers out until all is committed.
CREATE INDEX quote_search_by_month ON quote USING gin (search, year_and_month(dated_at)) WHERE current;
CREATE INDEX article_search_by_month ON article USING gin (search, year_and_month(dated_at));

-- Without statistics of the months every word is taken for a rare one.
ANALYZE quote;
ANALYZE article;

DROP INDEX quote_search;
DROP INDEX article_search;
