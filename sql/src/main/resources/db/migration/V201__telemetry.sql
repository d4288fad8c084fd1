-- Telemetry as it came, and what was read from it. Nothing here is changed or deleted: a revision is a further row with a
-- later vintage, and the database refuses anything else.

CREATE SCHEMA telemetry;

-- A file byte for byte, once. received_at is venue time. synthetic: the figures in it were made up for the sandbox.
CREATE TABLE telemetry.raw_file (
  sha256       TEXT        PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  format       TEXT        NOT NULL CHECK (format IN ('PORTWATCH_CSV', 'PORTWATCH_JSON', 'SUBMISSION')),
  submitted_by TEXT        NOT NULL CHECK (submitted_by <> ''),
  synthetic    BOOLEAN     NOT NULL,
  received_at  TIMESTAMPTZ NOT NULL,
  content      BYTEA       NOT NULL
);

-- value is null if and only if the source has none; missing is never 0.
CREATE TABLE telemetry.observation (
  place        TEXT        NOT NULL,
  metric       TEXT        NOT NULL,
  vessel_class TEXT        NOT NULL,
  day          DATE        NOT NULL,
  source       TEXT        NOT NULL,
  vintage      TIMESTAMPTZ NOT NULL,
  raw_sha256   TEXT        NOT NULL REFERENCES telemetry.raw_file,
  value        NUMERIC     CHECK (value >= 0),
  qualifier    TEXT        NOT NULL CHECK (qualifier IN ('OBSERVED', 'MISSING', 'REVISED')),
  PRIMARY KEY (place, metric, vessel_class, day, source, vintage, raw_sha256),
  CHECK ((value IS NULL) = (qualifier = 'MISSING'))
);

-- Rows of a file that were not taken.
CREATE TABLE telemetry.refused_row (
  raw_sha256 TEXT    NOT NULL REFERENCES telemetry.raw_file,
  row_number INTEGER NOT NULL,
  reason     TEXT    NOT NULL,
  PRIMARY KEY (raw_sha256, row_number)
);

-- Official closures, restrictions and force majeure, entered by a person. A later entry of the same notice replaces an
-- earlier one, as when the end becomes known; ended_at is null while it is in force.
CREATE TABLE telemetry.notice (
  notice          TEXT        NOT NULL CHECK (notice <> ''),
  entered_at      TIMESTAMPTZ NOT NULL,
  place           TEXT        NOT NULL,
  kind            TEXT        NOT NULL CHECK (kind IN ('CLOSURE', 'RESTRICTION', 'FORCE_MAJEURE')),
  began_at        TIMESTAMPTZ NOT NULL,
  ended_at        TIMESTAMPTZ CHECK (ended_at > began_at),
  document_sha256 TEXT        NOT NULL CHECK (document_sha256 ~ '^[0-9a-f]{64}$'),
  entered_by      TEXT        NOT NULL CHECK (entered_by <> ''),
  PRIMARY KEY (notice, entered_at)
);
CREATE INDEX notice_place ON telemetry.notice (place);

DO $$
DECLARE
  t TEXT;
BEGIN
  FOREACH t IN ARRAY ARRAY['raw_file', 'observation', 'refused_row', 'notice'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON telemetry.%I
                      FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change()', t);
  END LOOP;
END $$;
