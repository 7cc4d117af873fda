-- Articles that were taken down, and the addresses that led to them: neither is read or kept again.
CREATE TABLE taken_down (
    article_id uuid PRIMARY KEY,
    at         timestamptz NOT NULL DEFAULT now()
);

-- A page's key is made from its URL, as in seen_page.
CREATE TABLE taken_down_page (
    page_id    uuid PRIMARY KEY,
    article_id uuid NOT NULL REFERENCES taken_down
);
