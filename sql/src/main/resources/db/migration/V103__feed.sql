-- How far each reader of the event journal has read. A reader stores its sequence in the transaction of its rows, which
-- makes every event land exactly once through crashes of either side.

CREATE SCHEMA feed;

CREATE TABLE feed.reader_position (
  reader     TEXT        PRIMARY KEY CHECK (reader <> ''),
  sequence   BIGINT      NOT NULL CHECK (sequence >= 0),
  updated_at TIMESTAMPTZ NOT NULL DEFAULT now()
);

CREATE FUNCTION feed.only_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.sequence < OLD.sequence THEN
    RAISE EXCEPTION 'reader % may not go back from sequence % to %', OLD.reader, OLD.sequence, NEW.sequence
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER only_forward BEFORE UPDATE ON feed.reader_position
  FOR EACH ROW EXECUTE FUNCTION feed.only_forward();
