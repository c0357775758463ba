-- For anybody's SQL: what there is to ask about productivity, each with an example in docs/sql.md.
-- Days and hours are the reader's: SET TimeZone.

CREATE FUNCTION minutes_in(times tstzmultirange) RETURNS numeric
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN (
  SELECT coalesce(round(sum(extract(epoch FROM upper(r) - lower(r))) / 60, 2), 0)
  FROM unnest(times) AS r);
COMMENT ON FUNCTION minutes_in(tstzmultirange) IS 'How many minutes the ranges last together, with two decimals.';

CREATE VIEW session_times AS
SELECT s.id AS session_id, s.owner, s.workspace, s.project_id, s.started_at, s.last_activity_at,
  CASE WHEN s.last_activity_at = s.started_at THEN '{}'::tstzmultirange
    WHEN s.paused_minutes = 0 THEN tstzmultirange(tstzrange(s.started_at, s.last_activity_at))
    ELSE tstzmultirange(tstzrange(s.started_at, s.last_activity_at)) - coalesce((
      SELECT range_agg(tstzrange(p.occurred_at, p.next_at))
      FROM (
        SELECT a.activity_type, a.occurred_at,
          lead(a.occurred_at) OVER (ORDER BY a.occurred_at, a.tie_rank, a.uuid) AS next_at
        FROM session_activities a
        WHERE a.session_id = s.id AND a.occurred_at BETWEEN s.started_at AND s.last_activity_at) p
      WHERE p.activity_type = 'session_paused' AND p.next_at > p.occurred_at), '{}')
    END AS worked
FROM sessions s;
COMMENT ON VIEW session_times IS
  'When each session was worked on: from its first to its last activity without its pauses.';
COMMENT ON COLUMN session_times.session_id IS 'Number of the session.';
COMMENT ON COLUMN session_times.owner IS 'Whose session it is.';
COMMENT ON COLUMN session_times.workspace IS 'Its workspace.';
COMMENT ON COLUMN session_times.project_id IS 'Its project.';
COMMENT ON COLUMN session_times.started_at IS 'Time of its first activity.';
COMMENT ON COLUMN session_times.last_activity_at IS 'Time of its last activity.';
COMMENT ON COLUMN session_times.worked IS
  'The times it was worked on; pauses are cut out as long as its activities are not archived.';

CREATE VIEW session_days AS
SELECT t.session_id, t.owner, t.workspace, p.name AS project, day::date AS day,
  t.worked * tstzmultirange(tstzrange(day, day + interval '1 day')) AS worked,
  minutes_in(t.worked * tstzmultirange(tstzrange(day, day + interval '1 day'))) AS minutes
FROM session_times t
LEFT JOIN projects p ON p.id = t.project_id
CROSS JOIN LATERAL generate_series(date_trunc('day', t.started_at), t.last_activity_at, interval '1 day') AS day;
COMMENT ON VIEW session_days IS
  'Each session on each day it touches, in the reader''s time zone: one over midnight has a row for both days.';
COMMENT ON COLUMN session_days.session_id IS 'Number of the session.';
COMMENT ON COLUMN session_days.owner IS 'Whose session it is.';
COMMENT ON COLUMN session_days.workspace IS 'Its workspace.';
COMMENT ON COLUMN session_days.project IS 'Name of its project.';
COMMENT ON COLUMN session_days.day IS 'The day.';
COMMENT ON COLUMN session_days.worked IS 'The times of that day it was worked on.';
COMMENT ON COLUMN session_days.minutes IS 'How many minutes of that day it was worked on.';

CREATE VIEW daily_productivity AS
WITH times AS (
  SELECT owner, day, count(*) AS sessions, minutes_in(range_agg(worked)) AS minutes
  FROM session_days
  GROUP BY owner, day
), counts AS (
  SELECT owner, started_at::date AS day, round(avg(productivity_score), 2) AS avg_score,
    sum(tasks_created) AS tasks_created, sum(tasks_completed) AS tasks_completed,
    sum(decisions_made) AS decisions_made, sum(context_items_added) AS context_items_added,
    sum(prompts) AS prompts, sum(loc_added) AS loc_added, sum(loc_removed) AS loc_removed, sum(net_loc) AS net_loc
  FROM sessions
  GROUP BY owner, started_at::date
)
SELECT t.owner, t.day, t.sessions, t.minutes, c.avg_score,
  coalesce(c.tasks_created, 0) AS tasks_created, coalesce(c.tasks_completed, 0) AS tasks_completed,
  coalesce(c.decisions_made, 0) AS decisions_made, coalesce(c.context_items_added, 0) AS context_items_added,
  coalesce(c.prompts, 0) AS prompts, coalesce(c.loc_added, 0) AS loc_added,
  coalesce(c.loc_removed, 0) AS loc_removed, coalesce(c.net_loc, 0) AS net_loc
FROM times t
LEFT JOIN counts c ON c.owner = t.owner AND c.day = t.day;
COMMENT ON VIEW daily_productivity IS
  'Each owner''s days. Time is split at midnight, and where sessions overlap it counts once.';
COMMENT ON COLUMN daily_productivity.owner IS 'Whose day.';
COMMENT ON COLUMN daily_productivity.day IS 'The day in the reader''s time zone.';
COMMENT ON COLUMN daily_productivity.sessions IS 'Number of sessions worked on that day.';
COMMENT ON COLUMN daily_productivity.minutes IS 'Minutes worked: the union of its sessions, without pauses.';
COMMENT ON COLUMN daily_productivity.avg_score IS 'Average productivity score of the sessions that started that day.';
COMMENT ON COLUMN daily_productivity.tasks_created IS 'Tasks created in the sessions that started that day.';
COMMENT ON COLUMN daily_productivity.tasks_completed IS 'Tasks completed in the sessions that started that day.';
COMMENT ON COLUMN daily_productivity.decisions_made IS 'Decisions made in the sessions that started that day.';
COMMENT ON COLUMN daily_productivity.context_items_added IS
  'Context items added in the sessions that started that day.';
COMMENT ON COLUMN daily_productivity.prompts IS 'Prompts submitted in the sessions that started that day.';
COMMENT ON COLUMN daily_productivity.loc_added IS 'Lines added in the sessions that started that day.';
COMMENT ON COLUMN daily_productivity.loc_removed IS 'Lines removed in the sessions that started that day.';
COMMENT ON COLUMN daily_productivity.net_loc IS 'Lines added less lines removed in the sessions that started that day.';

CREATE VIEW hourly_productivity AS
WITH hours AS (
  SELECT t.owner, t.session_id, s.productivity_score, hour,
    t.worked * tstzmultirange(tstzrange(hour, hour + interval '1 hour')) AS worked
  FROM session_times t
  JOIN sessions s ON s.id = t.session_id
  CROSS JOIN LATERAL generate_series(date_trunc('hour', t.started_at), t.last_activity_at, interval '1 hour') AS hour
), by_hour AS (
  SELECT owner, hour, minutes_in(range_agg(worked)) AS minutes
  FROM hours
  GROUP BY owner, hour
), minutes AS (
  SELECT owner, extract(isodow FROM hour)::integer AS weekday, extract(hour FROM hour)::integer AS hour,
    count(DISTINCT hour::date) AS days, sum(minutes) AS minutes
  FROM by_hour
  GROUP BY 1, 2, 3
), scores AS (
  SELECT owner, extract(isodow FROM hour)::integer AS weekday, extract(hour FROM hour)::integer AS hour,
    count(DISTINCT session_id) AS sessions, round(avg(productivity_score), 2) AS avg_score
  FROM hours
  GROUP BY 1, 2, 3
)
SELECT m.owner, m.weekday, m.hour, s.sessions, m.days, m.minutes, s.avg_score
FROM minutes m
JOIN scores s ON s.owner = m.owner AND s.weekday = m.weekday AND s.hour = m.hour;
COMMENT ON VIEW hourly_productivity IS 'Each owner''s week by weekday and hour, in the reader''s time zone.';
COMMENT ON COLUMN hourly_productivity.owner IS 'Whose week.';
COMMENT ON COLUMN hourly_productivity.weekday IS '1 is Monday, 7 is Sunday.';
COMMENT ON COLUMN hourly_productivity.hour IS '0 to 23.';
COMMENT ON COLUMN hourly_productivity.sessions IS 'Number of sessions that touch such an hour.';
COMMENT ON COLUMN hourly_productivity.days IS 'Number of different days on which such an hour was worked.';
COMMENT ON COLUMN hourly_productivity.minutes IS
  'Minutes worked in such hours: the union of the sessions, without pauses.';
COMMENT ON COLUMN hourly_productivity.avg_score IS
  'Average productivity score of the sessions that touch such an hour, each weighted by how often it does.';

CREATE VIEW streaks AS
WITH days AS (
  SELECT DISTINCT owner, day FROM session_days
), numbered AS (
  SELECT owner, day, day - (row_number() OVER (PARTITION BY owner ORDER BY day))::integer AS island FROM days
)
SELECT owner, min(day) AS first_day, max(day) AS last_day, count(*) AS days, max(day) >= current_date - 1 AS going_on
FROM numbered
GROUP BY owner, island;
COMMENT ON VIEW streaks IS
  'Runs of days on end on which an owner worked, in the reader''s time zone.';
COMMENT ON COLUMN streaks.owner IS 'Whose streak.';
COMMENT ON COLUMN streaks.first_day IS 'Its first day.';
COMMENT ON COLUMN streaks.last_day IS 'Its last day.';
COMMENT ON COLUMN streaks.days IS 'How many days it lasted.';
COMMENT ON COLUMN streaks.going_on IS 'Whether it lasted until today or yesterday.';
