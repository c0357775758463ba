-- Two years of 100 people's work: each starts a session every 8.8 hours of 2,000, of 50 activities within an hour or so.
-- :sessions and :activities_each are replaced by numbers. Written without triggers and by the tables' own constraints, so that it is quick.

CREATE FUNCTION bench_uuid(text) RETURNS uuid LANGUAGE sql IMMUTABLE AS 'SELECT md5($1)::uuid';

INSERT INTO projects (name) SELECT 'project-' || i FROM generate_series(0, 19) i;

INSERT INTO sessions (id, uuid, owner, project_id, started_at, last_activity_at, ended_at, duration_minutes, active_minutes, status,
  session_goals, tags, machines, clients, ai_model, activities, tasks_created, tasks_completed, context_items_added, decisions_made,
  prompts, tool_uses, loc_added_by_ai, loc_removed_by_ai, loc_added_by_human, files_modified_count, file_modifications,
  productivity_score, score_version, score, indicators, revision, first_position, last_position)
SELECT g, bench_uuid('session ' || g), 'owner-' || g % 100, (SELECT p.id FROM projects p WHERE p.name = 'project-' || g % 20),
  s, e, e, extract(epoch FROM e - s) / 60, extract(epoch FROM e - s) / 60, 'ended',
  'Make part ' || g % 997 || ' of the import faster', ARRAY['tag-' || g % 7, 'tag-' || g % 11], ARRAY['laptop'], ARRAY['claude-code'],
  'model-' || g % 3, :activities_each, 3, g % 4, 1, g % 2, 7, 23, 40 + g % 300, g % 90, g % 40, 8, 11,
  20 + (g * 7919) % 60, 1,
  jsonb_build_object('completion', g % 40, 'decisions', g % 20, 'context', 5, 'lines', g % 15, 'duration', 10),
  '{}', :activities_each,
  ROW (s, 1::smallint, bench_uuid('activity ' || g || ' 1'))::activity_position,
  ROW (e, 1::smallint, bench_uuid('activity ' || g || ' ' || :activities_each))::activity_position
FROM (
  SELECT g, date_trunc('day', now()) - interval '730 days' + (g / 100) * (interval '730 days' / (:sessions / 100))
      + (g * 7919 % 240) * interval '1 minute' AS s,
    date_trunc('day', now()) - interval '730 days' + (g / 100) * (interval '730 days' / (:sessions / 100))
      + (g * 7919 % 240) * interval '1 minute' + (30 + g % 60) * interval '1 minute' AS e
  FROM generate_series(0, :sessions - 1) g) spans;

INSERT INTO session_files (session_id, file_path, times_modified, loc_added, loc_removed, first_modified_at, last_modified_at)
SELECT s.id, 'src/main/java/dev/aidis/File' || (s.id * 13 + i * 7) % 400 || '.java', 1 + i % 3, 10 * i, 3 * i,
  s.started_at, s.last_activity_at
FROM sessions s, generate_series(1, 8) i;

INSERT INTO tasks (uuid, project_id, session_id, owner, workspace, title, status, created_at, updated_at, completed_at)
SELECT bench_uuid('task ' || s.id || ' ' || i), s.project_id, s.id, s.owner, s.workspace, 'Make part ' || i || ' work',
  CASE WHEN i <= s.tasks_completed THEN 'completed' ELSE 'todo' END, s.started_at, s.last_activity_at,
  CASE WHEN i <= s.tasks_completed THEN s.last_activity_at END
FROM sessions s, generate_series(1, 3) i;

INSERT INTO decisions (uuid, project_id, session_id, owner, workspace, title, rationale, created_at, updated_at)
SELECT bench_uuid('decision ' || s.id), s.project_id, s.id, s.owner, s.workspace, 'Write part ' || s.id % 997 || ' in batches',
  'Because single writes cost more', s.started_at, s.last_activity_at
FROM sessions s WHERE s.decisions_made > 0;

INSERT INTO context (uuid, project_id, session_id, owner, workspace, title, content, created_at, updated_at)
SELECT bench_uuid('context ' || s.id), s.project_id, s.id, s.owner, s.workspace, 'How part ' || s.id % 997 || ' works',
  'In batches, one transaction each', s.started_at, s.last_activity_at
FROM sessions s;
