-- What lists and details of sessions read: without the columns that grow with a session.

CREATE VIEW session_overview AS
SELECT
  s.id AS number, s.uuid, s.owner, s.workspace, p.name AS project,
  s.started_at, s.last_activity_at, s.ended_at, s.duration_minutes, s.active_minutes, s.paused_minutes,
  s.status, s.session_goals, s.session_notes, s.tags, s.machines, s.clients, s.mcp_connection_id,
  s.ai_model, s.ai_provider,
  s.activities, s.tasks_created, s.tasks_completed, s.tasks_in_progress, s.tasks_todo,
  s.context_items_added, s.decisions_made, s.prompts, s.tool_uses,
  s.loc_added_by_ai, s.loc_removed_by_ai, s.loc_added_by_human, s.loc_removed_by_human,
  s.files_modified_count, s.file_modifications, s.file_mentions,
  s.productivity_score, s.amended, s.revision, s.created_at, s.updated_at
FROM sessions s
LEFT JOIN projects p ON p.id = s.project_id;

COMMENT ON VIEW session_overview IS 'Sessions with the name of their project; columns as in sessions.';
