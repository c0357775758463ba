-- Activities come nearly in the order of their time, their ids in none: many are made by chance or from what they name. An index that
-- begins with the id was touched all over for each batch, so that with some millions of rows in a month most of its pages had to be read, and
-- written, for one row each. Beginning with the time it is touched where the last rows are. Who asks for an activity knows its time;
-- and days are found by it too, so that their summary (BRIN) has nothing left to do.
ALTER TABLE session_activities
  DROP CONSTRAINT session_activities_pkey,
  ADD PRIMARY KEY (occurred_at, uuid);

DROP INDEX idx_session_activities_occurred;

COMMENT ON INDEX session_activities_pkey IS 'Each activity once; the activities of some days.';
