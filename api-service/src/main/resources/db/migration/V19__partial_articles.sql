-- Whether only a part of an article was there to be read, such as the free lines of one that is sold. Null for what writers sent
-- that did not look.
ALTER TABLE article_version ADD COLUMN partial boolean;
