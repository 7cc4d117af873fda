-- Of an article that was taken down its row and its addresses stay, so that nothing of it is stored again.
ALTER TABLE article ADD COLUMN taken_down_at timestamptz;
ALTER TABLE article ADD COLUMN takedown_reason text;

-- What the site said of the use of the page when it was fetched.
ALTER TABLE article_version ADD COLUMN rights jsonb;
