-- A session's row is written again with most batches, all rows of a page in the same transaction. Where the page has room for a second
-- version of each, no index is touched (a heap-only tuple); the rows of sessions are few beside those of activities.
ALTER TABLE sessions SET (fillfactor = 45);
ALTER TABLE session_files SET (fillfactor = 80);
