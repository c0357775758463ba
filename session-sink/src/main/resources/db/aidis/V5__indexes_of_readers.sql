-- Indexes that reading needs; IndexesIT shows each in use.

-- Lists of one owner, over all workspaces, newest first, page by page; statistics of a period.
CREATE INDEX idx_sessions_owner_time ON sessions (owner, started_at DESC, id DESC);

-- Words in context items and decisions. A query uses an index when it has the same expression.
CREATE INDEX idx_context_text ON context
  USING gin (to_tsvector('english', coalesce(title, '') || ' ' || coalesce(content, '')));
CREATE INDEX idx_decisions_text ON decisions
  USING gin (to_tsvector('english', coalesce(title, '') || ' ' || coalesce(rationale, '')));

-- What an owner's assistant looks up: the newest items first.
CREATE INDEX idx_context_owner ON context (owner, workspace, created_at DESC);
CREATE INDEX idx_decisions_owner ON decisions (owner, workspace, created_at DESC);

COMMENT ON INDEX idx_sessions_owner_time IS 'Lists of one owner, newest first; statistics of a period.';
COMMENT ON INDEX idx_context_text IS 'Full text search in titles and contents of context items.';
COMMENT ON INDEX idx_decisions_text IS 'Full text search in titles and reasons of decisions.';

COMMENT ON COLUMN session_overview.number IS 'Number of the session, as users name it: sessions.id.';
COMMENT ON COLUMN session_overview.project IS 'Name of its project.';

-- Every other column of the view is the table's and has its words.
DO $$
DECLARE
  same record;
BEGIN
  FOR same IN
    SELECT v.attname, col_description(t.attrelid, t.attnum) AS words
    FROM pg_attribute v
    JOIN pg_attribute t ON t.attrelid = 'sessions'::regclass AND t.attname = v.attname AND NOT t.attisdropped
    WHERE v.attrelid = 'session_overview'::regclass AND v.attnum > 0
  LOOP
    EXECUTE format('COMMENT ON COLUMN session_overview.%I IS %L', same.attname, same.words);
  END LOOP;
END
$$;
