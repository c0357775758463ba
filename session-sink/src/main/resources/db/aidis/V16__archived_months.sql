-- Months of session_activities that are in files instead: everything else about their sessions stays.

CREATE TABLE archived_months (
  month       date        PRIMARY KEY CHECK (extract(day FROM month) = 1),
  file        text        NOT NULL CHECK (file <> ''),
  rows        bigint      NOT NULL CHECK (rows >= 0),
  sha256      text        NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  archived_at timestamptz NOT NULL DEFAULT now()
);

COMMENT ON TABLE archived_months IS
  'Months whose activities are in a compressed file; a month is wholly there or wholly in session_activities.';
COMMENT ON COLUMN archived_months.month IS 'First day of the month, in UTC.';
COMMENT ON COLUMN archived_months.file IS 'Name of the file in the archive directory.';
COMMENT ON COLUMN archived_months.rows IS 'Number of activities in it.';
COMMENT ON COLUMN archived_months.sha256 IS 'SHA-256 of the file, in hexadecimal.';
COMMENT ON COLUMN archived_months.archived_at IS 'When it was archived.';
