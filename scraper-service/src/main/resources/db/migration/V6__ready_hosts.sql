-- A leased host is ready when its lease runs out, so that whoever looks for ready hosts does not read past thousands that
-- are being asked; and those in trouble stand in a line of their own, so that they cannot take every place.

DROP INDEX host_ready;
CREATE INDEX host_ready_well ON host (ready_at) WHERE ready_at IS NOT NULL AND failures = 0;
CREATE INDEX host_ready_troubled ON host (ready_at) WHERE ready_at IS NOT NULL AND failures > 0;

UPDATE host SET ready_at = greatest(ready_at, leased_until) WHERE lease IS NOT NULL;
