-- Words of context items and decisions were indexed twice: whole texts with English stems (V5), titles as they are (V10). The index that
-- stays is of whole texts as they are. What developers write is in any language and full of names; stems are wrong for both, and stop
-- words lose some ("will", "it", "not"). Beginnings of words, which the other cannot find, stand in for stems.
DROP INDEX idx_context_text, idx_decisions_text, idx_context_words, idx_decisions_words;
CREATE INDEX idx_context_words ON context USING gin (words_in(title, content));
CREATE INDEX idx_decisions_words ON decisions USING gin (words_in(title, rationale));
COMMENT ON INDEX idx_context_words IS 'Full text search in titles and contents of context items.';
COMMENT ON INDEX idx_decisions_words IS 'Full text search in titles and reasons of decisions.';

-- Few activities are pauses, and statistics need those of an owner.
CREATE INDEX idx_session_activities_paused ON session_activities (owner, occurred_at)
  WHERE activity_type = 'session_paused';
COMMENT ON INDEX idx_session_activities_paused IS 'The pauses of an owner in a period.';
