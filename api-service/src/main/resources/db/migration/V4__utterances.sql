-- The same words are one utterance, wherever they were printed: whatever their case, punctuation and quotation marks. A few
-- words alone ("Yes, of course") are the same only from the same speaker. Follows from the row alone, so that the order of
-- arrival does not matter.
CREATE FUNCTION plain_words(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT trim(regexp_replace(lower(words), '[^[:alnum:]]+', ' ', 'g'))
$$;

CREATE FUNCTION utterance_of(words text, speaker jsonb) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT md5(plain_words(words)
        || CASE WHEN plain_words(words) LIKE '% % % % %' THEN ''
                ELSE '|' || coalesce(plain_words(coalesce(speaker ->> 'name', speaker ->> 'surface')), '') END)::uuid
$$;

ALTER TABLE quote ADD COLUMN utterance_id uuid GENERATED ALWAYS AS (utterance_of(text, speaker)) STORED;
CREATE INDEX quote_by_utterance ON quote (utterance_id, dated_at, quote_id) WHERE current;
