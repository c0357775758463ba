-- Each index is kept for every activity. No question is asked by the kind alone, and the time is asked for together
-- with a session or an owner, or by month, which is the partition. For questions of one's own about some days of a month
-- a summary of each stretch of the table is enough: activities come nearly in the order of their time.
DROP INDEX idx_session_activities_type;
DROP INDEX idx_session_activities_occurred;

CREATE INDEX idx_session_activities_occurred ON session_activities USING brin (occurred_at)
  WITH (pages_per_range = 32, autosummarize = on);
COMMENT ON INDEX idx_session_activities_occurred IS 'Which stretches of a month''s activities may hold those of some days.';
