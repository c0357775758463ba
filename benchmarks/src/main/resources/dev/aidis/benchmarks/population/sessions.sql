-- Two years of :owners people's work: each starts a session every 8.8 hours, where they have 2,000 each, of :activities_each activities within
-- an hour or so; the last ones :until. Words with a colon are replaced by values. Written without triggers and by the tables' own constraints,
-- so that it is quick.

CREATE SCHEMA bench; -- apart from what readers may see

CREATE FUNCTION bench.uuid(text) RETURNS uuid LANGUAGE sql IMMUTABLE AS 'SELECT md5($1)::uuid';

-- An index is made in a fraction of the time that it takes to keep it up to date row by row.
CREATE TABLE bench.indexes (relation regclass, definition text);

CREATE FUNCTION bench.drop_indexes(relation regclass) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  dropped regclass;
BEGIN
  FOR dropped IN SELECT indexrelid FROM pg_index WHERE indrelid = relation AND NOT indisunique LOOP
    INSERT INTO bench.indexes VALUES (relation, pg_get_indexdef(dropped));
    EXECUTE format('DROP INDEX %s', dropped);
  END LOOP;
END $$;

CREATE FUNCTION bench.make_indexes(made regclass) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  command text;
BEGIN
  FOR command IN SELECT definition FROM bench.indexes WHERE relation = made LOOP
    EXECUTE command;
  END LOOP;
END $$;

INSERT INTO projects (name) SELECT 'project-' || i FROM generate_series(0, 19) i;

SELECT bench.drop_indexes('sessions');

INSERT INTO sessions (id, uuid, owner, project_id, started_at, last_activity_at, ended_at, duration_minutes, active_minutes, status,
  session_goals, tags, machines, clients, ai_model, activities, tasks_created, tasks_completed, context_items_added, decisions_made,
  prompts, tool_uses, loc_added_by_ai, loc_removed_by_ai, loc_added_by_human, files_modified_count, file_modifications,
  productivity_score, score_version, score, indicators, revision, first_position, last_position)
SELECT g, bench.uuid('session ' || g), 'owner-' || g % :owners, (SELECT p.id FROM projects p WHERE p.name = 'project-' || g % 20),
  s, e, e, extract(epoch FROM e - s) / 60, extract(epoch FROM e - s) / 60, 'ended',
  'Make part ' || g % 997 || ' of the import faster', ARRAY['tag-' || g % 7, 'tag-' || g % 11], ARRAY['laptop'], ARRAY['claude-code'],
  'model-' || g % 3, :activities_each, 3, g % 4, 1, g % 2, 7, 23, 40 + g % 300, g % 90, g % 40, 8, 11,
  20 + (g * 7919) % 60, 1,
  jsonb_build_object('completion', g % 40, 'decisions', g % 20, 'context', 5, 'lines', g % 15, 'duration', 10),
  '{}', :activities_each,
  ROW (s, 1::smallint, bench.uuid('activity ' || g || ' 1'))::activity_position,
  ROW (e, 1::smallint, bench.uuid('activity ' || g || ' ' || :activities_each))::activity_position
FROM (
  SELECT g, s, s + (30 + g % 60) * interval '1 minute' AS e
  FROM generate_series(0::bigint, :sessions - 1) g,
    LATERAL (SELECT :until - interval '730 days' + (g / :owners) * (interval '730 days' / (:sessions / :owners))
      + (g * 7919 % 240) * interval '1 minute' AS s) start) spans;

SELECT bench.make_indexes('sessions');

SELECT setval(pg_get_serial_sequence('sessions', 'id'), :sessions);
