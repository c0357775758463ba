-- What the AI used up in a session and what it cost, and whether the session's goal was achieved.

ALTER TABLE sessions
  ADD COLUMN input_tokens             bigint NOT NULL DEFAULT 0,
  ADD COLUMN output_tokens            bigint NOT NULL DEFAULT 0,
  ADD COLUMN cache_read_tokens        bigint NOT NULL DEFAULT 0,
  ADD COLUMN cache_creation_tokens    bigint NOT NULL DEFAULT 0,
  ADD COLUMN cost_micro_usd           bigint NOT NULL DEFAULT 0,
  ADD COLUMN goal_verdict             text,
  ADD COLUMN goal_verdict_explanation text,
  ADD CONSTRAINT sessions_usage_not_negative CHECK (
    least(input_tokens, output_tokens, cache_read_tokens, cache_creation_tokens, cost_micro_usd) >= 0),
  ADD CONSTRAINT sessions_goal_verdict_known CHECK (goal_verdict IN ('yes', 'partial', 'no'));

COMMENT ON COLUMN sessions.input_tokens IS 'Tokens that AI models read for the first time.';
COMMENT ON COLUMN sessions.output_tokens IS 'Tokens that AI models wrote.';
COMMENT ON COLUMN sessions.cache_read_tokens IS 'Tokens read from the provider''s cache.';
COMMENT ON COLUMN sessions.cache_creation_tokens IS 'Tokens written into the provider''s cache.';
COMMENT ON COLUMN sessions.cost_micro_usd IS 'What that cost, in millionths of a US dollar, as the client estimated it.';
COMMENT ON COLUMN sessions.goal_verdict IS 'Whether the goal was achieved, as told last: yes, partial or no.';
COMMENT ON COLUMN sessions.goal_verdict_explanation IS 'Why.';

CREATE OR REPLACE VIEW session_overview AS
SELECT
  s.id AS number, s.uuid, s.owner, s.workspace, p.name AS project,
  s.started_at, s.last_activity_at, s.ended_at, s.duration_minutes, s.active_minutes, s.paused_minutes,
  s.status, s.session_goals, s.session_notes, s.tags, s.machines, s.clients, s.mcp_connection_id,
  s.ai_model, s.ai_provider,
  s.activities, s.tasks_created, s.tasks_completed, s.tasks_in_progress, s.tasks_todo,
  s.context_items_added, s.decisions_made, s.prompts, s.tool_uses,
  s.loc_added_by_ai, s.loc_removed_by_ai, s.loc_added_by_human, s.loc_removed_by_human,
  s.files_modified_count, s.file_modifications, s.file_mentions,
  s.productivity_score, s.amended, s.revision, s.created_at, s.updated_at,
  s.input_tokens, s.output_tokens, s.cache_read_tokens, s.cache_creation_tokens, s.cost_micro_usd,
  s.goal_verdict, s.goal_verdict_explanation
FROM sessions s
LEFT JOIN projects p ON p.id = s.project_id;

DO $$
DECLARE
  same record;
BEGIN
  FOR same IN
    SELECT v.attname, col_description('sessions'::regclass, t.attnum) AS words
    FROM pg_attribute v
    JOIN pg_attribute t ON t.attrelid = 'sessions'::regclass AND t.attname = v.attname
    WHERE v.attrelid = 'session_overview'::regclass AND v.attnum > 0
      AND (v.attname LIKE '%tokens' OR v.attname = 'cost_micro_usd' OR v.attname LIKE 'goal_verdict%')
  LOOP
    EXECUTE format('COMMENT ON COLUMN session_overview.%I IS %L', same.attname, same.words);
  END LOOP;
END $$;

-- The same reading as dev.aidis.schemas.TokenAttributes: what is no such number counts nothing.
CREATE FUNCTION told_count(told text) RETURNS bigint
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN told ~ '^[0-9]{1,12}$' THEN told::bigint ELSE 0 END;
COMMENT ON FUNCTION told_count IS 'The number that an attribute tells in up to 12 digits, else 0.';

CREATE VIEW token_use AS
SELECT a.owner, a.workspace, a.session_id, a.occurred_at, a.project, a.machine,
  a.ai_model AS model, a.ai_provider AS provider,
  told_count(a.attributes->>'input_tokens') AS input_tokens,
  told_count(a.attributes->>'output_tokens') AS output_tokens,
  told_count(a.attributes->>'cache_read_tokens') AS cache_read_tokens,
  told_count(a.attributes->>'cache_creation_tokens') AS cache_creation_tokens,
  told_count(a.attributes->>'cost_micro_usd') AS cost_micro_usd
FROM session_activities a
WHERE a.activity_type = 'tokens_used';
COMMENT ON VIEW token_use IS 'Every use of tokens that was told, with the AI model that used them.';
COMMENT ON COLUMN token_use.owner IS 'Whose session.';
COMMENT ON COLUMN token_use.workspace IS 'The workspace it happened in.';
COMMENT ON COLUMN token_use.session_id IS 'Number of the session.';
COMMENT ON COLUMN token_use.occurred_at IS 'When it was told to have happened.';
COMMENT ON COLUMN token_use.project IS 'Name of the project it happened in.';
COMMENT ON COLUMN token_use.machine IS 'The machine it happened on.';
COMMENT ON COLUMN token_use.model IS 'The AI model.';
COMMENT ON COLUMN token_use.provider IS 'Its provider.';
COMMENT ON COLUMN token_use.input_tokens IS 'Tokens read for the first time.';
COMMENT ON COLUMN token_use.output_tokens IS 'Tokens written.';
COMMENT ON COLUMN token_use.cache_read_tokens IS 'Tokens read from the provider''s cache.';
COMMENT ON COLUMN token_use.cache_creation_tokens IS 'Tokens written into the provider''s cache.';
COMMENT ON COLUMN token_use.cost_micro_usd IS 'What it cost, in millionths of a US dollar.';

CREATE INDEX idx_session_activities_tokens ON session_activities (owner, occurred_at)
  WHERE activity_type = 'tokens_used';
COMMENT ON INDEX idx_session_activities_tokens IS 'The tokens that an owner''s AI used in a period.';
