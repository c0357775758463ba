-- What the ingest service needs where it has a role of its own (deploy/postgres/roles.sql): to read everything, and to write nothing. Runs after
-- every migration and changes only what is missing; without the role it does nothing.
DO $$
BEGIN
  -- "aidi" in ASCII: several processes may start at once.
  PERFORM pg_advisory_xact_lock(x'61696469'::integer);
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'aidis_ingest') THEN
    RETURN;
  END IF;
  IF NOT has_schema_privilege('aidis_ingest', current_schema()::regnamespace, 'USAGE') THEN
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO aidis_ingest', current_schema());
  END IF;
  IF EXISTS (
    SELECT FROM pg_class
    WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p', 'v', 'm')
      AND NOT has_table_privilege('aidis_ingest', oid, 'SELECT')) THEN
    EXECUTE format('GRANT SELECT ON ALL TABLES IN SCHEMA %I TO aidis_ingest', current_schema());
  END IF;
  IF EXISTS (
    SELECT FROM pg_class
    WHERE relnamespace = current_schema()::regnamespace
      -- Not AND: Postgres may ask the second of what is no sequence.
      AND CASE WHEN relkind = 'S' THEN NOT has_sequence_privilege('aidis_ingest', oid, 'SELECT') END) THEN
    EXECUTE format('GRANT SELECT ON ALL SEQUENCES IN SCHEMA %I TO aidis_ingest', current_schema());
  END IF;
  IF NOT EXISTS (
    SELECT FROM pg_default_acl
    WHERE defaclrole = current_user::regrole AND defaclnamespace = current_schema()::regnamespace
      AND defaclobjtype = 'r' AND defaclacl::text LIKE '%aidis_ingest=r%') THEN
    EXECUTE format('ALTER DEFAULT PRIVILEGES IN SCHEMA %I GRANT SELECT ON TABLES TO aidis_ingest', current_schema());
  END IF;
END
$$;
