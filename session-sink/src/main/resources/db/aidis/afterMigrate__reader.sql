-- The role of those who only read, such as a BI tool. It cannot log in until somebody says so (docs/sql.md).
-- Runs after every migration and changes only what is missing. Who may not create roles goes on without.
DO $$
BEGIN
  -- "aidr" in ASCII: several processes may start at once.
  PERFORM pg_advisory_xact_lock(x'61696472'::integer);
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'aidis_reader') THEN
    BEGIN
      CREATE ROLE aidis_reader NOLOGIN;
    EXCEPTION
      WHEN insufficient_privilege THEN
        RAISE WARNING 'The role aidis_reader is not there, and % may not create it: see docs/sql.md', current_user;
        RETURN;
      WHEN duplicate_object OR unique_violation THEN
        NULL; -- in another database of the same server, at the same moment
    END;
  END IF;
  IF NOT has_schema_privilege('aidis_reader', current_schema()::regnamespace, 'USAGE') THEN
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO aidis_reader', current_schema());
  END IF;
  IF EXISTS (
    SELECT FROM pg_class
    WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p', 'v', 'm')
      AND NOT has_table_privilege('aidis_reader', oid, 'SELECT')) THEN
    EXECUTE format('GRANT SELECT ON ALL TABLES IN SCHEMA %I TO aidis_reader', current_schema());
  END IF;
  IF NOT EXISTS (
    SELECT FROM pg_default_acl
    WHERE defaclrole = current_user::regrole AND defaclnamespace = current_schema()::regnamespace
      AND defaclobjtype = 'r' AND defaclacl::text LIKE '%aidis_reader=r%') THEN
    EXECUTE format('ALTER DEFAULT PRIVILEGES IN SCHEMA %I GRANT SELECT ON TABLES TO aidis_reader', current_schema());
  END IF;
END
$$;
