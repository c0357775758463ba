-- A day begins at midnight, or with its first moment where clocks go forward at midnight (Santiago, Cairo, Beirut, Havana) and there is none.
-- date_trunc gave that day 01:00, and a day later than that is 01:00 of the next: what lay between counted on the day before.

CREATE FUNCTION start_of_day(day date) RETURNS timestamptz
LANGUAGE sql STABLE PARALLEL SAFE
RETURN
  -- Where clocks go back over midnight it comes twice, and the cast takes the second one.
  day::timestamptz - greatest((day::timestamptz - interval '1 microsecond')::timestamp + interval '1 microsecond' - day::timestamp,
    interval '0');
COMMENT ON FUNCTION start_of_day(date) IS 'The first moment of a day, in the reader''s time zone.';

CREATE OR REPLACE VIEW session_days AS
SELECT t.session_id, t.owner, t.workspace, p.name AS project, day::date AS day,
  t.worked * tstzmultirange(tstzrange(start_of_day(day::date), start_of_day(day::date + 1))) AS worked,
  minutes_in(t.worked * tstzmultirange(tstzrange(start_of_day(day::date), start_of_day(day::date + 1)))) AS minutes
FROM session_times t
LEFT JOIN projects p ON p.id = t.project_id
CROSS JOIN LATERAL generate_series(t.started_at::date::timestamp, t.last_activity_at::date::timestamp, interval '1 day') AS day;
