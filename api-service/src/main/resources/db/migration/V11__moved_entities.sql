-- The id under which somebody goes now who went by another before: variants of a name that turned out to be one person's.
-- Of use only where the old one is nobody's any more.
CREATE TABLE entity_moved (
    entity_id uuid PRIMARY KEY,
    -- Null where those of one id turned out to be several people: it leads to none of them then.
    moved_to  uuid
);
