-- The activities of the sessions that start in one month.
INSERT INTO session_activities (uuid, session_id, activity_type, activity_description, file_path, ai_interaction, occurred_at, received_at,
  owner, workspace, machine, client, project, ai_model, lines_added, lines_removed)
SELECT bench_uuid('activity ' || s.id || ' ' || i), s.id, kind, 'What happened, in a line of the usual length',
  CASE WHEN kind = 'file_modified' THEN 'src/main/java/dev/aidis/File' || (s.id * 13 + i % 8 * 7) % 400 || '.java' END, true,
  at, at + interval '40 milliseconds', s.owner, s.workspace, 'laptop', 'claude-code', 'project-' || s.id % 20, s.ai_model,
  CASE WHEN kind = 'file_modified' THEN i % 50 END, CASE WHEN kind = 'file_modified' THEN i % 20 END
FROM sessions s, generate_series(1, s.activities) i,
  LATERAL (SELECT s.started_at + (i - 1) * ((s.last_activity_at - s.started_at) / (s.activities - 1)) AS at,
    (ARRAY['tool_used', 'tool_used', 'file_modified', 'prompt_submitted', 'task_created', 'task_completed', 'context_added',
      'decision_made', 'tool_used', 'file_modified'])[1 + i % 10] AS kind) happened
WHERE s.started_at >= ? AND s.started_at < ?
ORDER BY at
