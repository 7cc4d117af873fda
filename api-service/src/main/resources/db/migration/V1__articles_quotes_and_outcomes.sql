-- Facts are kept as they came (observation, article_version, analysis and its annotations, outcome), each under a key
-- that the event carries, so that the same event twice is one row. What is current (article, quote.current, quote.dated_at)
-- follows from them and from nothing else, so that the order of arrival does not matter.
-- A uuid that is not an event's own is name-based, never random: two databases that took the same events are equal.

CREATE TABLE article (
    article_id    uuid PRIMARY KEY,
    first_seen_at timestamptz NOT NULL,
    last_seen_at  timestamptz NOT NULL,
    -- Filled from the observation that is current; empty only within the transaction that creates the article.
    version       text,
    extractor     text,
    analysis_id   uuid,
    url           text,
    site          text,
    title         text,
    language      text,
    published_at  timestamptz,
    dated_at      timestamptz NOT NULL,
    search        tsvector,
    etag          text
);
CREATE INDEX article_by_date ON article (dated_at DESC, article_id DESC);
CREATE INDEX article_by_site ON article (site, dated_at DESC, article_id DESC);
CREATE INDEX article_search ON article USING gin (search);

CREATE TABLE article_url (
    article_id uuid NOT NULL REFERENCES article ON DELETE CASCADE,
    -- Hash of the normalised URL: a btree entry holds 2,700 bytes at most, a URL may be longer.
    url_key    uuid NOT NULL,
    url        text NOT NULL,
    PRIMARY KEY (article_id, url_key)
);
CREATE INDEX article_url_by_key ON article_url (url_key);

CREATE TABLE observation (
    observation_id uuid PRIMARY KEY,
    article_id     uuid NOT NULL REFERENCES article ON DELETE CASCADE,
    fetched_at     timestamptz NOT NULL,
    version        text NOT NULL,
    extractor      text NOT NULL,
    request_id     uuid
);
CREATE INDEX observation_by_article ON observation (article_id, fetched_at);

-- The words of an article and what its page said of itself when these words were fetched last.
CREATE TABLE article_version (
    article_id        uuid NOT NULL REFERENCES article ON DELETE CASCADE,
    version           text NOT NULL,
    extractor         text NOT NULL,
    fetched_at        timestamptz NOT NULL,
    digest            text NOT NULL,
    url               text,
    canonical_url     text,
    site              text,
    site_name         text,
    title             text NOT NULL,
    authors           jsonb NOT NULL,
    published_at      timestamptz,
    modified_at       timestamptz,
    section           text,
    language          text NOT NULL,
    lead_image        text,
    text              text NOT NULL,
    blocks            jsonb NOT NULL,
    removed           jsonb NOT NULL,
    evidence          jsonb NOT NULL,
    archive_record_id text,
    PRIMARY KEY (article_id, version, extractor)
);

CREATE TABLE analysis (
    analysis_id uuid PRIMARY KEY,
    article_id  uuid NOT NULL REFERENCES article ON DELETE CASCADE,
    version     text NOT NULL,
    extractor   text NOT NULL,
    analyser    text NOT NULL,
    fetched_at  timestamptz NOT NULL,
    analysed_at timestamptz NOT NULL,
    digest      text NOT NULL,
    sentences   jsonb NOT NULL,
    UNIQUE (article_id, version, extractor, analyser)
);

CREATE TABLE entity (
    analysis_id uuid NOT NULL REFERENCES analysis ON DELETE CASCADE,
    entity_no   integer NOT NULL,
    -- Of type and normalised name until people are told apart across articles.
    entity_id   uuid NOT NULL,
    type        text NOT NULL,
    name        text NOT NULL,
    name_key    text NOT NULL,
    aliases     jsonb NOT NULL,
    roles       jsonb NOT NULL,
    mentions    integer NOT NULL,
    PRIMARY KEY (analysis_id, entity_no)
);
CREATE INDEX entity_by_name ON entity (name_key, type);
CREATE INDEX entity_by_id ON entity (entity_id);

-- Every normalised name that finds an entity: its name, its aliases, the surname alone.
CREATE TABLE entity_name (
    analysis_id uuid NOT NULL,
    entity_no   integer NOT NULL,
    key         text NOT NULL,
    PRIMARY KEY (analysis_id, entity_no, key),
    FOREIGN KEY (analysis_id, entity_no) REFERENCES entity ON DELETE CASCADE
);
CREATE INDEX entity_name_by_key ON entity_name (key);

CREATE TABLE mention (
    analysis_id uuid NOT NULL REFERENCES analysis ON DELETE CASCADE,
    mention_no  integer NOT NULL,
    entity_no   integer NOT NULL,
    kind        text NOT NULL,
    field       text NOT NULL,
    span_start  integer NOT NULL,
    span_end    integer NOT NULL,
    surface     text NOT NULL,
    PRIMARY KEY (analysis_id, mention_no)
);

CREATE TABLE quote (
    analysis_id     uuid NOT NULL REFERENCES analysis ON DELETE CASCADE,
    quote_id        uuid NOT NULL,
    article_id      uuid NOT NULL,
    quote_no        integer NOT NULL,
    kind            text NOT NULL,
    text            text NOT NULL,
    spans           jsonb NOT NULL,
    cue             jsonb,
    speaker         jsonb,
    speaker_no      integer,
    confidence      double precision NOT NULL,
    rule            text NOT NULL,
    context         jsonb NOT NULL,
    search          tsvector NOT NULL,
    -- Whether it stands in the current analysis of its article, and the article's date: kept here for the indexes.
    current         boolean NOT NULL,
    dated_at        timestamptz NOT NULL,
    PRIMARY KEY (analysis_id, quote_id)
);
CREATE INDEX quote_by_date ON quote (dated_at DESC, quote_id DESC) WHERE current;
CREATE INDEX quote_by_id ON quote (quote_id);
CREATE INDEX quote_by_article ON quote (article_id);
CREATE INDEX quote_search ON quote USING gin (search) WHERE current;

-- Every normalised name under which the speaker of a quote is found.
CREATE TABLE quote_speaker (
    analysis_id uuid NOT NULL,
    quote_id    uuid NOT NULL,
    key         text NOT NULL,
    PRIMARY KEY (analysis_id, quote_id, key),
    FOREIGN KEY (analysis_id, quote_id) REFERENCES quote ON DELETE CASCADE
);
CREATE INDEX quote_speaker_by_key ON quote_speaker (key);

-- Whom a quote speaks about: entities mentioned in its own words, or in the sentences around it.
CREATE TABLE quote_about (
    analysis_id uuid NOT NULL,
    quote_id    uuid NOT NULL,
    entity_no   integer NOT NULL,
    place       text NOT NULL,
    PRIMARY KEY (analysis_id, quote_id, entity_no),
    FOREIGN KEY (analysis_id, quote_id) REFERENCES quote ON DELETE CASCADE
);
CREATE INDEX quote_about_by_entity ON quote_about (analysis_id, entity_no);

CREATE TABLE outcome (
    outcome_id uuid PRIMARY KEY,
    request_id uuid,
    url        text,
    url_key    uuid,
    article_id uuid,
    version    text,
    stage      text NOT NULL,
    reason     text NOT NULL,
    detail     text,
    at         timestamptz NOT NULL
);
CREATE INDEX outcome_by_request ON outcome (request_id);
CREATE INDEX outcome_by_url ON outcome (url_key);
CREATE INDEX outcome_by_article ON outcome (article_id);

-- What was asked for through this service; what became of it is in outcome.
CREATE TABLE request (
    request_id   uuid PRIMARY KEY,
    url          text,
    url_key      uuid,
    kind         text NOT NULL,
    requested_at timestamptz NOT NULL
);
CREATE INDEX request_by_url ON request (url_key);

-- Part of a name finds an entity: with trigrams by index, without the extension by reading every name.
DO $$
BEGIN
    IF EXISTS (SELECT 1 FROM pg_available_extensions WHERE name = 'pg_trgm') THEN
        CREATE EXTENSION IF NOT EXISTS pg_trgm;
        CREATE INDEX entity_name_by_part ON entity_name USING gin (key gin_trgm_ops);
    ELSE
        RAISE NOTICE 'pg_trgm is not installed: searching entities by a part of their name reads every name';
    END IF;
END
$$;
