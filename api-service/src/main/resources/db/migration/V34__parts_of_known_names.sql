-- Names that have a part in common are looked for among the known ones, each of which is there once. The index of the same for every
-- naming in every article cost a third of the time of storing names.
DROP INDEX IF EXISTS entity_name_by_part;
