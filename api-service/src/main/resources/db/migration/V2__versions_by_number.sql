-- The version in a name such as onrecord-nlp/10, so that 10 comes after 9: each run of digits is padded with zeros. A name
-- without a version comes first.
CREATE FUNCTION version_rank(name text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT coalesce(
        string_agg(
            CASE WHEN part[1] ~ '^[0-9]' THEN lpad(part[1], greatest(length(part[1]), 20), '0') ELSE part[1] END,
            '' ORDER BY place),
        '') COLLATE "C"
    FROM regexp_matches(substring(name FROM '/(.*)$'), '[0-9]+|[^0-9]+', 'g') WITH ORDINALITY AS parts (part, place)
$$;
