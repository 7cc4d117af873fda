-- What editors decided of people: who is whom is settled from the articles first (package person), and then as they have it.
ALTER TABLE review
    -- As the person was answered then; follows where the person goes by another id later.
    ADD COLUMN person_id uuid,
    -- Whom they are one with, or who some of them are.
    ADD COLUMN into_id   uuid,
    -- The name that was given, and the normalised one that the outcome is listed under.
    ADD COLUMN name      text,
    ADD COLUMN listed_as text,
    -- Of a separation: by which normalised names, and in which articles.
    ADD COLUMN names     text[],
    ADD COLUMN articles  uuid[];
CREATE INDEX review_of_people ON review (made_at, review_id) WHERE ended_at IS NULL AND person_id IS NOT NULL;

ALTER TABLE entity
    -- Who it is by the articles alone, where an editor has it otherwise.
    ADD COLUMN machine_id uuid,
    -- The name that an editor gave the person.
    ADD COLUMN called text;
CREATE INDEX entity_by_machine_id ON entity (machine_id) WHERE machine_id IS NOT NULL;

-- Keys of that name.
ALTER TABLE entity_name ADD COLUMN by_editor boolean NOT NULL DEFAULT false;
