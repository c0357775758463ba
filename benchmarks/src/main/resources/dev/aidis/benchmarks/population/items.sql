-- The sessions' tasks, decisions and context items.

SELECT bench.drop_indexes('tasks'), bench.drop_indexes('decisions'), bench.drop_indexes('context');

INSERT INTO tasks (uuid, project_id, session_id, owner, workspace, title, status, created_at, updated_at, completed_at)
SELECT bench.uuid('task ' || s.id || ' ' || i), s.project_id, s.id, s.owner, s.workspace, 'Make part ' || i || ' work',
  CASE WHEN i <= s.tasks_completed THEN 'completed' ELSE 'todo' END, s.started_at, s.last_activity_at,
  CASE WHEN i <= s.tasks_completed THEN s.last_activity_at END
FROM sessions s, generate_series(1, 3) i;

INSERT INTO decisions (uuid, project_id, session_id, owner, workspace, title, rationale, created_at, updated_at)
SELECT bench.uuid('decision ' || s.id), s.project_id, s.id, s.owner, s.workspace, 'Write part ' || s.id % 997 || ' in batches',
  'Because single writes cost more', s.started_at, s.last_activity_at
FROM sessions s WHERE s.decisions_made > 0;

INSERT INTO context (uuid, project_id, session_id, owner, workspace, title, content, created_at, updated_at)
SELECT bench.uuid('context ' || s.id), s.project_id, s.id, s.owner, s.workspace, 'How part ' || s.id % 997 || ' works',
  'In batches, one transaction each', s.started_at, s.last_activity_at
FROM sessions s;

SELECT bench.make_indexes('tasks'), bench.make_indexes('decisions'), bench.make_indexes('context');
