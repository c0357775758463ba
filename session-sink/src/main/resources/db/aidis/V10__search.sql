-- Finding sessions by words.

CREATE FUNCTION words_in(one text, other text DEFAULT NULL) RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN to_tsvector('simple'::regconfig, translate(
    left(coalesce(one, '') || ' ' || coalesce(other, ''), 100000),
    '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~', '                                '));
COMMENT ON FUNCTION words_in(text, text) IS
  'The words of a text in lower case, also of paths and names such as auth-middleware.js, as to_tsquery(''simple'', …) finds them.';

CREATE INDEX idx_sessions_words ON sessions USING gin (words_in(session_goals, session_notes));
CREATE INDEX idx_tasks_words ON tasks USING gin (words_in(title));
CREATE INDEX idx_decisions_words ON decisions USING gin (words_in(title));
CREATE INDEX idx_context_words ON context USING gin (words_in(title));
