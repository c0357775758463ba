-- For anybody's SQL: productivity by what was worked on, and with what. Each with an example in docs/sql.md.

CREATE VIEW tag_productivity AS
SELECT s.owner, tag, count(*) AS sessions, round(avg(s.productivity_score), 2) AS avg_score,
  sum(s.duration_minutes) AS minutes, sum(s.tasks_created) AS tasks_created, sum(s.tasks_completed) AS tasks_completed,
  round(sum(s.tasks_completed)::numeric / nullif(sum(s.tasks_created), 0), 4) AS completion_rate,
  sum(s.net_loc) AS net_loc
FROM sessions s CROSS JOIN LATERAL unnest(s.tags) AS tag
GROUP BY s.owner, tag;
COMMENT ON VIEW tag_productivity IS 'Each owner''s tags. A session with several tags counts for each.';
COMMENT ON COLUMN tag_productivity.owner IS 'Whose sessions.';
COMMENT ON COLUMN tag_productivity.tag IS 'The tag.';
COMMENT ON COLUMN tag_productivity.sessions IS 'Number of sessions with it.';
COMMENT ON COLUMN tag_productivity.avg_score IS 'Their average productivity score.';
COMMENT ON COLUMN tag_productivity.minutes IS 'The sum of their durations.';
COMMENT ON COLUMN tag_productivity.tasks_created IS 'Tasks created in them.';
COMMENT ON COLUMN tag_productivity.tasks_completed IS 'Tasks completed in them.';
COMMENT ON COLUMN tag_productivity.completion_rate IS
  'Tasks completed for each task created; absent where none was created.';
COMMENT ON COLUMN tag_productivity.net_loc IS 'Lines added less lines removed in them.';

CREATE VIEW model_productivity AS
SELECT s.owner, m.model, m.provider, count(*) AS sessions, sum(m.activities) AS activities,
  round(avg(s.productivity_score), 2) AS avg_score, sum(s.tasks_created) AS tasks_created,
  sum(s.tasks_completed) AS tasks_completed,
  round(sum(s.tasks_completed)::numeric / nullif(sum(s.tasks_created), 0), 4) AS completion_rate,
  min(m.first_at) AS first_used_at, max(m.last_at) AS last_used_at
FROM sessions s
CROSS JOIN LATERAL (
  SELECT u->>'model' AS model, u->>'provider' AS provider, (u->>'activities')::bigint AS activities,
    (u->>'firstAt')::timestamptz AS first_at, (u->>'lastAt')::timestamptz AS last_at
  FROM jsonb_array_elements(s.models) AS u) AS m
GROUP BY s.owner, m.model, m.provider;
COMMENT ON VIEW model_productivity IS
  'Each AI model that an owner used. A session in which several were used counts for each.';
COMMENT ON COLUMN model_productivity.owner IS 'Whose sessions.';
COMMENT ON COLUMN model_productivity.model IS 'The AI model.';
COMMENT ON COLUMN model_productivity.provider IS 'Its provider.';
COMMENT ON COLUMN model_productivity.sessions IS 'Number of sessions in which it was used.';
COMMENT ON COLUMN model_productivity.activities IS 'Number of activities in which it was told.';
COMMENT ON COLUMN model_productivity.avg_score IS 'Average productivity score of those sessions.';
COMMENT ON COLUMN model_productivity.tasks_created IS 'Tasks created in those sessions.';
COMMENT ON COLUMN model_productivity.tasks_completed IS 'Tasks completed in those sessions.';
COMMENT ON COLUMN model_productivity.completion_rate IS
  'Tasks completed for each task created; absent where none was created.';
COMMENT ON COLUMN model_productivity.first_used_at IS 'When it was first used.';
COMMENT ON COLUMN model_productivity.last_used_at IS 'When it was last used.';

CREATE VIEW project_productivity AS
WITH times AS (
  SELECT t.owner, t.project_id, minutes_in(range_agg(t.worked)) AS minutes
  FROM session_times t
  GROUP BY t.owner, t.project_id
)
SELECT s.owner, p.name AS project, count(*) AS sessions, t.minutes,
  round(avg(s.productivity_score), 2) AS avg_score,
  sum(s.tasks_created) AS tasks_created, sum(s.tasks_completed) AS tasks_completed,
  round(sum(s.tasks_completed)::numeric / nullif(sum(s.tasks_created), 0), 4) AS completion_rate,
  sum(s.decisions_made) AS decisions_made, sum(s.context_items_added) AS context_items_added,
  sum(s.loc_added) AS loc_added, sum(s.loc_removed) AS loc_removed, sum(s.net_loc) AS net_loc,
  min(s.started_at) AS first_started_at, max(s.last_activity_at) AS last_activity_at
FROM sessions s
JOIN projects p ON p.id = s.project_id
JOIN times t ON t.owner = s.owner AND t.project_id = s.project_id
GROUP BY s.owner, p.name, t.minutes;
COMMENT ON VIEW project_productivity IS 'Each owner''s projects.';
COMMENT ON COLUMN project_productivity.owner IS 'Whose sessions.';
COMMENT ON COLUMN project_productivity.project IS 'Name of the project.';
COMMENT ON COLUMN project_productivity.sessions IS 'Number of its sessions.';
COMMENT ON COLUMN project_productivity.minutes IS 'Minutes worked: the union of its sessions, without pauses.';
COMMENT ON COLUMN project_productivity.avg_score IS 'Their average productivity score.';
COMMENT ON COLUMN project_productivity.tasks_created IS 'Tasks created in them.';
COMMENT ON COLUMN project_productivity.tasks_completed IS 'Tasks completed in them.';
COMMENT ON COLUMN project_productivity.completion_rate IS
  'Tasks completed for each task created; absent where none was created.';
COMMENT ON COLUMN project_productivity.decisions_made IS 'Decisions made in them.';
COMMENT ON COLUMN project_productivity.context_items_added IS 'Context items added in them.';
COMMENT ON COLUMN project_productivity.loc_added IS 'Lines added in them.';
COMMENT ON COLUMN project_productivity.loc_removed IS 'Lines removed in them.';
COMMENT ON COLUMN project_productivity.net_loc IS 'Lines added less lines removed in them.';
COMMENT ON COLUMN project_productivity.first_started_at IS 'When the first of them started.';
COMMENT ON COLUMN project_productivity.last_activity_at IS 'Time of the last activity in them.';

CREATE VIEW task_flow AS
WITH told AS (
  SELECT owner, created_at, completed_at FROM tasks WHERE created_position IS NOT NULL
), changes AS (
  SELECT owner, created_at::date AS day, 1 AS created, 0 AS completed, NULL::numeric AS hours FROM told
  UNION ALL
  SELECT owner, completed_at::date, 0, 1, extract(epoch FROM completed_at - created_at) / 3600
  FROM told WHERE completed_at IS NOT NULL
)
SELECT owner, day, sum(created) AS created, sum(completed) AS completed,
  sum(sum(created) - sum(completed)) OVER (PARTITION BY owner ORDER BY day) AS open_at_end_of_day,
  round(percentile_cont(0.5) WITHIN GROUP (ORDER BY hours)::numeric, 2) AS median_hours_to_complete
FROM changes
GROUP BY owner, day;
COMMENT ON VIEW task_flow IS
  'Each owner''s tasks by day, in the reader''s time zone: what came in, what was finished, what stayed open.';
COMMENT ON COLUMN task_flow.owner IS 'Whose tasks.';
COMMENT ON COLUMN task_flow.day IS 'The day.';
COMMENT ON COLUMN task_flow.created IS 'Tasks created that day.';
COMMENT ON COLUMN task_flow.completed IS 'Tasks completed that day, as they stand now.';
COMMENT ON COLUMN task_flow.open_at_end_of_day IS 'All tasks created until then and not completed.';
COMMENT ON COLUMN task_flow.median_hours_to_complete IS
  'Hours from creation to completion of those completed that day, the middle one; absent where there is none.';

CREATE VIEW decision_log AS
SELECT d.id AS decision_id, d.owner, d.workspace, p.name AS project, d.session_id, d.created_at AS decided_at,
  d.title, d.rationale, d.tags, s.ai_model, s.session_goals, s.productivity_score
FROM decisions d
LEFT JOIN projects p ON p.id = d.project_id
LEFT JOIN sessions s ON s.id = d.session_id
WHERE d.created_position IS NOT NULL;
COMMENT ON VIEW decision_log IS 'Every decision with the session it was made in.';
COMMENT ON COLUMN decision_log.decision_id IS 'Number of the decision.';
COMMENT ON COLUMN decision_log.owner IS 'Whose decision it is.';
COMMENT ON COLUMN decision_log.workspace IS 'The workspace it was made in.';
COMMENT ON COLUMN decision_log.project IS 'Name of the project it was made in.';
COMMENT ON COLUMN decision_log.session_id IS 'Number of the session it was made in.';
COMMENT ON COLUMN decision_log.decided_at IS 'When it was made.';
COMMENT ON COLUMN decision_log.title IS 'What was decided.';
COMMENT ON COLUMN decision_log.rationale IS 'Why.';
COMMENT ON COLUMN decision_log.tags IS 'Its tags.';
COMMENT ON COLUMN decision_log.ai_model IS 'The AI model that the session used last.';
COMMENT ON COLUMN decision_log.session_goals IS 'What the session was to accomplish.';
COMMENT ON COLUMN decision_log.productivity_score IS 'The session''s score.';

CREATE VIEW file_languages AS
SELECT extension, language
FROM (VALUES
  ('c', 'C'), ('h', 'C'), ('cc', 'C++'), ('cpp', 'C++'), ('cxx', 'C++'), ('hpp', 'C++'), ('hh', 'C++'),
  ('cs', 'C#'), ('clj', 'Clojure'), ('cljs', 'Clojure'), ('css', 'CSS'), ('scss', 'CSS'), ('less', 'CSS'),
  ('dart', 'Dart'), ('ex', 'Elixir'), ('exs', 'Elixir'), ('erl', 'Erlang'), ('fs', 'F#'), ('go', 'Go'),
  ('gradle', 'Groovy'), ('groovy', 'Groovy'), ('hs', 'Haskell'), ('html', 'HTML'), ('htm', 'HTML'),
  ('java', 'Java'), ('js', 'JavaScript'), ('jsx', 'JavaScript'), ('mjs', 'JavaScript'), ('cjs', 'JavaScript'),
  ('json', 'JSON'), ('jl', 'Julia'), ('kt', 'Kotlin'), ('kts', 'Kotlin'), ('lua', 'Lua'), ('md', 'Markdown'),
  ('ml', 'OCaml'), ('pl', 'Perl'), ('php', 'PHP'), ('proto', 'Protocol Buffers'), ('ps1', 'PowerShell'),
  ('py', 'Python'), ('pyi', 'Python'), ('r', 'R'), ('rb', 'Ruby'), ('rs', 'Rust'), ('scala', 'Scala'),
  ('sh', 'Shell'), ('bash', 'Shell'), ('zsh', 'Shell'), ('sql', 'SQL'), ('svelte', 'Svelte'), ('swift', 'Swift'),
  ('tf', 'Terraform'), ('toml', 'TOML'), ('ts', 'TypeScript'), ('tsx', 'TypeScript'), ('mts', 'TypeScript'),
  ('vue', 'Vue'), ('xml', 'XML'), ('yaml', 'YAML'), ('yml', 'YAML'), ('zig', 'Zig')
) AS known (extension, language);
COMMENT ON VIEW file_languages IS 'Which language a file is written in, by its extension.';
COMMENT ON COLUMN file_languages.extension IS 'In lower case, without the dot.';
COMMENT ON COLUMN file_languages.language IS 'The language.';

CREATE VIEW language_productivity AS
WITH files AS (
  SELECT s.owner, f.session_id, f.file_path, f.times_modified, f.loc_added, f.loc_removed,
    lower(substring(f.file_path FROM '[^/\\]\.([^./\\]+)$')) AS extension
  FROM session_files f
  JOIN sessions s ON s.id = f.session_id
  WHERE f.times_modified > 0 OR f.loc_added > 0 OR f.loc_removed > 0
)
SELECT f.owner, coalesce(l.language, f.extension, 'none') AS language, count(DISTINCT f.session_id) AS sessions,
  count(DISTINCT f.file_path) AS files, sum(f.times_modified) AS modifications, sum(f.loc_added) AS loc_added,
  sum(f.loc_removed) AS loc_removed, sum(f.loc_added) - sum(f.loc_removed) AS net_loc
FROM files f
LEFT JOIN file_languages l ON l.extension = f.extension
GROUP BY f.owner, coalesce(l.language, f.extension, 'none');
COMMENT ON VIEW language_productivity IS
  'Each owner''s code by language. A file of an extension that is not in file_languages counts under its extension.';
COMMENT ON COLUMN language_productivity.owner IS 'Whose sessions.';
COMMENT ON COLUMN language_productivity.language IS
  'The language, else the extension; none where there is no extension.';
COMMENT ON COLUMN language_productivity.sessions IS 'Number of sessions in which it was written.';
COMMENT ON COLUMN language_productivity.files IS 'Number of different files.';
COMMENT ON COLUMN language_productivity.modifications IS 'Number of modifications.';
COMMENT ON COLUMN language_productivity.loc_added IS 'Lines added.';
COMMENT ON COLUMN language_productivity.loc_removed IS 'Lines removed.';
COMMENT ON COLUMN language_productivity.net_loc IS 'Lines added less lines removed.';

CREATE VIEW machine_productivity AS
SELECT s.owner, machine, count(*) AS sessions, sum(s.duration_minutes) AS minutes,
  count(*) FILTER (WHERE cardinality(s.machines) > 1) AS shared_sessions,
  round(avg(s.productivity_score), 2) AS avg_score,
  min(s.started_at) AS first_seen_at, max(s.last_activity_at) AS last_seen_at
FROM sessions s CROSS JOIN LATERAL unnest(s.machines) AS machine
GROUP BY s.owner, machine;
COMMENT ON VIEW machine_productivity IS 'Each owner''s machines. A session on several machines counts for each.';
COMMENT ON COLUMN machine_productivity.owner IS 'Whose machine.';
COMMENT ON COLUMN machine_productivity.machine IS 'The machine.';
COMMENT ON COLUMN machine_productivity.sessions IS 'Number of sessions with activity on it.';
COMMENT ON COLUMN machine_productivity.minutes IS 'The sum of their durations.';
COMMENT ON COLUMN machine_productivity.shared_sessions IS 'How many of them had activity on other machines too.';
COMMENT ON COLUMN machine_productivity.avg_score IS 'Their average productivity score.';
COMMENT ON COLUMN machine_productivity.first_seen_at IS 'When the first of them started.';
COMMENT ON COLUMN machine_productivity.last_seen_at IS 'Time of the last activity in them.';
