-- Letters as they are asked for: accents taken off, ligatures and letters of full width in their plain form. As NameKey does for
-- names. Most texts have none, and are not looked at twice.
CREATE FUNCTION plain_letters(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT CASE WHEN words ~ '[^\u0001-\u00A9\u2010-\u2027]' THEN
        normalize(translate(replace(replace(replace(replace(replace(
            regexp_replace(normalize(words, NFKD), '[\u0300-\u036F]+', '', 'g'),
            'æ', 'ae'), 'Æ', 'AE'), 'œ', 'oe'), 'Œ', 'OE'), 'ß', 'ss'), 'øØłŁđĐðÐ', 'oOlLdDdD'), NFC)
        ELSE words END
$$;

-- The words of a text. PostgreSQL's parser looks ahead to the end of what might be one address, path, compound or comment, and does
-- so from each of its characters: 100,000 characters without a space may take it minutes. So what goes on for longer than any
-- word is divided, and nothing begins a tag. A tsvector holds a megabyte, which few texts exceed: of those as much is kept as fits.
CREATE FUNCTION words_of(words text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
    plain text := regexp_replace(translate(plain_letters(words), '<', ' '), '(\S{200})', '\1 ', 'g');
    kept integer := length(plain);
BEGIN
    LOOP
        BEGIN
            RETURN to_tsvector('english', left(plain, kept));
        EXCEPTION WHEN program_limit_exceeded THEN
            kept := kept * 2 / 3;
        END;
    END LOOP;
END
$$;

-- Articles that were stored before names and words were found as they are now; taken from here one by one (class StoredBefore),
-- the newest first.
CREATE TABLE article_waiting (
    article_id uuid PRIMARY KEY,
    dated_at   timestamptz NOT NULL
);
CREATE INDEX article_waiting_by_date ON article_waiting (dated_at DESC);
INSERT INTO article_waiting (article_id, dated_at) SELECT article_id, dated_at FROM article WHERE version IS NOT NULL;
