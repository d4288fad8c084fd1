-- Engine against ledger against custody. A run is kept whether or not it found a break, and a break is never edited away:
-- it is explained by a later resolution.

CREATE SCHEMA reconciliation;

CREATE TABLE reconciliation.run (
  run_id     BIGINT      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  run_at     TIMESTAMPTZ NOT NULL,
  sequence   BIGINT      NOT NULL,
  compared   INTEGER     NOT NULL,
  breaks     INTEGER     NOT NULL
);

CREATE TABLE reconciliation.break (
  run_id          BIGINT NOT NULL REFERENCES reconciliation.run,
  subject         TEXT   NOT NULL,
  kind            TEXT   NOT NULL CHECK (kind IN ('ENGINE_LEDGER', 'LEDGER_CUSTODY', 'LEDGER_DRIFT', 'TRIAL_BALANCE')),
  expected_micros NUMERIC NOT NULL,
  found_micros    NUMERIC NOT NULL,
  PRIMARY KEY (run_id, kind, subject)
);

CREATE TABLE reconciliation.resolution (
  run_id      BIGINT      NOT NULL,
  kind        TEXT        NOT NULL,
  subject     TEXT        NOT NULL,
  staff_id    BIGINT      NOT NULL REFERENCES identity.staff,
  explanation TEXT        NOT NULL CHECK (explanation <> ''),
  resolved_at TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (run_id, kind, subject, resolved_at),
  FOREIGN KEY (run_id, kind, subject) REFERENCES reconciliation.break
);

DO $$
DECLARE
  t TEXT;
BEGIN
  FOREACH t IN ARRAY ARRAY['run', 'break', 'resolution'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON reconciliation.%I
                      FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change()', t);
  END LOOP;
END $$;

-- Statements as they were issued to clients: figures and the hash of each document.
CREATE SCHEMA statement;

CREATE TABLE statement.issued (
  account_id     BIGINT      NOT NULL REFERENCES identity.account,
  kind           TEXT        NOT NULL CHECK (kind IN ('DAILY', 'MONTHLY')),
  first_date     DATE        NOT NULL,
  last_date      DATE        NOT NULL CHECK (last_date >= first_date),
  opening_micros BIGINT      NOT NULL,
  closing_micros BIGINT      NOT NULL,
  last_sequence  BIGINT      NOT NULL,
  sha256         TEXT        NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  issued_at      TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (account_id, kind, first_date)
);
