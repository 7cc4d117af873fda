-- How often a request was begun and came neither to an end nor to a pause. It is counted before the page is fetched: one
-- that ends the process leaves nobody to count it afterwards.
ALTER TABLE fetch_request ADD COLUMN begun integer NOT NULL DEFAULT 0;
