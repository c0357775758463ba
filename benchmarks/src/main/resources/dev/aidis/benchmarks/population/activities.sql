-- The activities of one month, in the order of their time. No session is longer than two hours.
INSERT INTO session_activities (uuid, session_id, activity_type, activity_description, file_path, ai_interaction, occurred_at, received_at,
  owner, workspace, machine, client, project, ai_model, lines_added, lines_removed)
SELECT bench.uuid('activity ' || id || ' ' || i), id, kind, 'What happened, in a line of the usual length',
  CASE WHEN kind = 'file_modified' THEN 'src/main/java/dev/aidis/File' || (id * 13 + i % 8 * 7) % 400 || '.java' END, true,
  at, at + interval '40 milliseconds', owner, workspace, 'laptop', 'claude-code', 'project-' || id % 20, ai_model,
  CASE WHEN kind = 'file_modified' THEN i % 50 END, CASE WHEN kind = 'file_modified' THEN i % 20 END
FROM (SELECT ?::timestamptz AS first, ?::timestamptz AS next) month, LATERAL (
  SELECT s.id, i, s.owner, s.workspace, s.ai_model,
    s.started_at + (i - 1) * ((s.last_activity_at - s.started_at) / (s.activities - 1)) AS at
  FROM sessions s, generate_series(1, s.activities) i
  WHERE s.started_at >= month.first - interval '2 hours' AND s.started_at < month.next
  ORDER BY at
  OFFSET 0) happened,
  LATERAL (SELECT (ARRAY['tool_used', 'tool_used', 'file_modified', 'prompt_submitted', 'task_created', 'task_completed',
    'context_added', 'decision_made', 'tool_used', 'file_modified'])[1 + i % 10] AS kind) told
WHERE at >= month.first AND at < month.next
