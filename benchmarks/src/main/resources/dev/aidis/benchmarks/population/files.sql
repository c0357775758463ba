-- The files of the sessions.

INSERT INTO session_files (session_id, file_path, times_modified, loc_added, loc_removed, first_modified_at, last_modified_at)
SELECT s.id, 'src/main/java/dev/aidis/File' || (s.id * 13 + i * 7) % 400 || '.java', 1 + i % 3, 10 * i, 3 * i,
  s.started_at, s.last_activity_at
FROM sessions s, generate_series(1, 8) i;
