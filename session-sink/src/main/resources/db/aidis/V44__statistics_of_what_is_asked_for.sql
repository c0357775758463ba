-- The autovacuum takes a sample of each table again and again while it grows, and sorts the values of each column to tell the planner how
-- they are spread. Nobody looks for rows by these columns: they are long, or compared slowly, and that work was for nothing. The words are found
-- by their index, whatever the planner knows of them; to count them each text of the sample was taken apart.
ALTER TABLE sessions
  ALTER COLUMN first_position SET STATISTICS 0,
  ALTER COLUMN last_position SET STATISTICS 0,
  ALTER COLUMN session_notes SET STATISTICS 0,
  ALTER COLUMN files_modified SET STATISTICS 0,
  ALTER COLUMN machines SET STATISTICS 0,
  ALTER COLUMN clients SET STATISTICS 0,
  ALTER COLUMN models SET STATISTICS 0,
  ALTER COLUMN score SET STATISTICS 0,
  ALTER COLUMN indicators SET STATISTICS 0,
  ALTER COLUMN goal_verdict_explanation SET STATISTICS 0;

ALTER TABLE tasks
  ALTER COLUMN description SET STATISTICS 0,
  ALTER COLUMN created_position SET STATISTICS 0,
  ALTER COLUMN status_position SET STATISTICS 0,
  ALTER COLUMN title_position SET STATISTICS 0,
  ALTER COLUMN description_position SET STATISTICS 0;

ALTER TABLE context
  ALTER COLUMN content SET STATISTICS 0,
  ALTER COLUMN attributes SET STATISTICS 0,
  ALTER COLUMN created_position SET STATISTICS 0,
  ALTER COLUMN told_position SET STATISTICS 0;

ALTER TABLE decisions
  ALTER COLUMN rationale SET STATISTICS 0,
  ALTER COLUMN attributes SET STATISTICS 0,
  ALTER COLUMN created_position SET STATISTICS 0,
  ALTER COLUMN told_position SET STATISTICS 0;

-- An index of an expression has statistics of its own, of the column that the expression is.
ALTER INDEX idx_sessions_words ALTER COLUMN 1 SET STATISTICS 0;
ALTER INDEX idx_tasks_words ALTER COLUMN 1 SET STATISTICS 0;
ALTER INDEX idx_context_words ALTER COLUMN 1 SET STATISTICS 0;
ALTER INDEX idx_decisions_words ALTER COLUMN 1 SET STATISTICS 0;
