-- The trace that a request belongs to (W3C traceparent), for the time that it waits here.
ALTER TABLE fetch_request ADD COLUMN traceparent text;
