-- An agency's story on several sites: fingerprints that differ in few of their bits. Null for analyses of writers that make
-- none, and until an article of an earlier release is read again.
ALTER TABLE article_version ADD COLUMN fingerprint bigint;
ALTER TABLE article ADD COLUMN fingerprint bigint;

-- Four bands of sixteen bits. Of two fingerprints that differ in seven bits at most, one band differs in one bit at most, so
-- that looking up each band and its sixteen neighbours finds all of them.
CREATE FUNCTION fingerprint_bands(fingerprint bigint) RETURNS int[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT array_agg((band << 16 | (fingerprint >> 16 * band & 65535)::int) ORDER BY band) FROM generate_series(0, 3) AS band
$$;
CREATE FUNCTION fingerprint_neighbours(fingerprint bigint) RETURNS int[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT array_agg(band # flip)
    FROM unnest(fingerprint_bands(fingerprint)) AS band,
        (SELECT 0 UNION ALL SELECT 1 << bit FROM generate_series(0, 15) AS bit) AS flips (flip)
$$;
CREATE INDEX article_by_fingerprint ON article USING gin (fingerprint_bands(fingerprint)) WHERE fingerprint IS NOT NULL;
