-- Each activity was looked up in sessions (and its task, context item or decision in theirs) one by one as it was written, though the
-- sink had taken their numbers from there in the same transaction; and a new month locked all four tables, so that two sinks could
-- wait for each other. Restoring an archived month looks for what is missing itself.

-- In the order in which sinks write, so that one that still runs and this do not wait for each other.
LOCK TABLE sessions, tasks, context, decisions, session_activities IN ACCESS EXCLUSIVE MODE;

ALTER TABLE session_activities
  DROP CONSTRAINT session_activities_session_id_fkey,
  DROP CONSTRAINT session_activities_task_id_fkey,
  DROP CONSTRAINT session_activities_context_id_fkey,
  DROP CONSTRAINT session_activities_decision_id_fkey;

-- What the foreign key did when a session went, once for all sessions of a statement.
CREATE FUNCTION remove_activities_of_sessions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM session_activities a USING removed r WHERE a.session_id = r.id;
  RETURN NULL;
END
$$;

COMMENT ON FUNCTION remove_activities_of_sessions() IS 'Removes the activities of sessions that are removed.';

CREATE TRIGGER remove_activities AFTER DELETE ON sessions
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION remove_activities_of_sessions();
