-- Activities come nearly in the order of their time, their ids in none: many are made by chance or from what they name. An index that
-- begins with the id was touched all over for each batch, so that with some millions of rows in a month most of its pages had to be read, and
-- written, for one row each. Beginning with the time it is touched where the last rows are. Who asks for an activity knows its time;
-- and days are found by it too, so that their summary (BRIN) has nothing left to do.

-- Waits until no month is being archived or restored, and keeps them so: an archive holds a month's table before it wants the whole.
SELECT pg_advisory_xact_lock(x'61696461'::int, 0);

ALTER TABLE session_activities
  DROP CONSTRAINT session_activities_pkey,
  ADD PRIMARY KEY (occurred_at, uuid);

DROP INDEX idx_session_activities_occurred;

COMMENT ON INDEX session_activities_pkey IS 'Each activity once; the activities of some days.';
