-- The numbers that sessions, tasks, context items and decisions had in a backup, while it is restored: the log gives the same rows again,
-- but would number them in the order of writing.

CREATE TABLE reserved_numbers (
  kind   text NOT NULL,
  uuid   uuid NOT NULL,
  number bigint,
  PRIMARY KEY (kind, uuid)
);

COMMENT ON TABLE reserved_numbers IS 'Numbers to be given to rows of a backup that is being restored; else empty.';
COMMENT ON COLUMN reserved_numbers.kind IS
  'The table of the row; absorbed for a session that is no more; last and a table for the last number that it gave.';
COMMENT ON COLUMN reserved_numbers.uuid IS 'The row; all zeros for the last number.';
COMMENT ON COLUMN reserved_numbers.number IS 'The number; absent for an absorbed session that never had one.';

-- A number that is taken stays with whom it is.
CREATE FUNCTION take_reserved_number() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  reserved bigint;
  taken    boolean;
BEGIN
  SELECT number INTO reserved FROM reserved_numbers WHERE kind = TG_TABLE_NAME AND uuid = NEW.uuid;
  IF reserved IS NOT NULL THEN
    EXECUTE format('SELECT EXISTS (SELECT FROM %I WHERE id = $1)', TG_TABLE_NAME) INTO taken USING reserved;
    IF NOT taken THEN
      NEW.id := reserved;
    END IF;
  END IF;
  RETURN NEW;
END
$$;

COMMENT ON FUNCTION take_reserved_number() IS 'Gives a new row the number that is reserved for it; works while a backup is restored.';

CREATE TRIGGER take_reserved_number BEFORE INSERT ON sessions FOR EACH ROW EXECUTE FUNCTION take_reserved_number();
CREATE TRIGGER take_reserved_number BEFORE INSERT ON tasks FOR EACH ROW EXECUTE FUNCTION take_reserved_number();
CREATE TRIGGER take_reserved_number BEFORE INSERT ON context FOR EACH ROW EXECUTE FUNCTION take_reserved_number();
CREATE TRIGGER take_reserved_number BEFORE INSERT ON decisions FOR EACH ROW EXECUTE FUNCTION take_reserved_number();

ALTER TABLE sessions DISABLE TRIGGER take_reserved_number;
ALTER TABLE tasks DISABLE TRIGGER take_reserved_number;
ALTER TABLE context DISABLE TRIGGER take_reserved_number;
ALTER TABLE decisions DISABLE TRIGGER take_reserved_number;
