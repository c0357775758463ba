-- Run by the superuser when the database is made (psql; the official image does so with /docker-entrypoint-initdb.d). Again it changes
-- nothing but the passwords, to what their files say by then.
-- Makes the roles of the services, each with what it needs and no more. Passwords come from the files of AIDIS_*_PASSWORD_FILE.
--
-- aidis_sink    owns the tables: migrates and writes them
-- aidis_ingest  reads them all, makes numbers for a restore, archives months; cannot write a session
-- aidis_reader  reads them; cannot log in until somebody says so (docs/sql.md)
\set ON_ERROR_STOP on
\set sink_password `cat "${AIDIS_SINK_PASSWORD_FILE:-/run/secrets/sink_password}"`
\set ingest_password `cat "${AIDIS_INGEST_PASSWORD_FILE:-/run/secrets/ingest_password}"`

SELECT format('CREATE ROLE %I NOLOGIN', role) FROM unnest(ARRAY['aidis_reader', 'aidis_sink', 'aidis_ingest']) AS role
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role) \gexec
ALTER ROLE aidis_sink LOGIN PASSWORD :'sink_password';
ALTER ROLE aidis_ingest LOGIN PASSWORD :'ingest_password';
GRANT aidis_sink TO CURRENT_USER;
ALTER DATABASE :"DBNAME" OWNER TO aidis_sink;
REVOKE ALL ON DATABASE :"DBNAME" FROM PUBLIC;
GRANT CONNECT ON DATABASE :"DBNAME" TO aidis_ingest, aidis_reader;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
