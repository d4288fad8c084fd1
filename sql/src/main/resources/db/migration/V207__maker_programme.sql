-- The maker programme: scores of a week by product (contract type and place) and account, and what they are paid.
CREATE SCHEMA maker;

-- A product's pool of an ISO week (2026-W47), once somebody has scored. A score is a whole number: what the formula says times
-- 3 × (2 × depth_micros)².
CREATE TABLE maker.pool (
  week         TEXT        NOT NULL CHECK (week ~ '^[0-9]{4}-W[0-9]{2}$'),
  type         TEXT        NOT NULL,
  place        TEXT        NOT NULL,
  depth_micros BIGINT      NOT NULL CHECK (depth_micros > 0),
  pool_micros  BIGINT      NOT NULL CHECK (pool_micros >= 0),
  score        NUMERIC     NOT NULL CHECK (score > 0),
  computed_at  TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (week, type, place)
);

CREATE TABLE maker.score (
  week          TEXT    NOT NULL,
  type          TEXT    NOT NULL,
  place         TEXT    NOT NULL,
  account_id    BIGINT  NOT NULL,
  score         NUMERIC NOT NULL CHECK (score > 0),
  reward_micros BIGINT  NOT NULL CHECK (reward_micros >= 0),
  PRIMARY KEY (week, type, place, account_id),
  FOREIGN KEY (week, type, place) REFERENCES maker.pool
);
CREATE INDEX score_of_account ON maker.score (account_id);

-- The venue has moved the pool's rewards, under this reference.
CREATE TABLE maker.payment (
  week      TEXT        NOT NULL,
  type      TEXT        NOT NULL,
  place     TEXT        NOT NULL,
  reference TEXT        NOT NULL UNIQUE,
  paid_at   TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (week, type, place),
  FOREIGN KEY (week, type, place) REFERENCES maker.pool
);

DO $$
DECLARE
  t TEXT;
BEGIN
  FOREACH t IN ARRAY ARRAY['pool', 'score', 'payment'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON maker.%I
                      FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change()', t);
  END LOOP;
END $$;
