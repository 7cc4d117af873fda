-- All articles of an entity are counted by two indexes and no table: somebody of the news is in thousands of them, and reading
-- the row of each, and of its analysis, took ten times as long.
CREATE INDEX article_by_analysis ON article (analysis_id) INCLUDE (article_id, dated_at);
DROP INDEX entity_by_id;
CREATE INDEX entity_by_id ON entity (entity_id) INCLUDE (analysis_id);
