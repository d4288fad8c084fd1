-- Position limits by product (contract type and place), one row a UTC business day: limit_lots is the greater of floor_lots
-- and share_percent of the average daily volume over the days before, rounded down. And the hedge exemptions from them.
CREATE TABLE market.position_limit (
  business_date DATE    NOT NULL,
  type          TEXT    NOT NULL,
  place         TEXT    NOT NULL,
  volume_lots   BIGINT  NOT NULL CHECK (volume_lots >= 0),
  days          INTEGER NOT NULL CHECK (days > 0),
  share_percent INTEGER NOT NULL CHECK (share_percent >= 0),
  floor_lots    BIGINT  NOT NULL CHECK (floor_lots > 0),
  limit_lots    BIGINT  NOT NULL CHECK (limit_lots >= floor_lots),
  PRIMARY KEY (business_date, type, place)
);

-- What a participant may hold beyond the limit for a hedge that it has documented: of one market, or of each market of a
-- product. In force on the days from from_date to to_date, both included. document_sha256: of the paper that proves the hedge.
CREATE TABLE market.hedge_exemption (
  exemption_id    BIGINT      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  participant_id  BIGINT      NOT NULL,
  symbol          TEXT,
  type            TEXT,
  place           TEXT,
  extra_lots      BIGINT      NOT NULL CHECK (extra_lots > 0),
  document_sha256 TEXT        NOT NULL CHECK (document_sha256 ~ '^[0-9a-f]{64}$'),
  reason          TEXT        NOT NULL CHECK (reason <> ''),
  from_date       DATE        NOT NULL,
  to_date         DATE        NOT NULL CHECK (to_date >= from_date),
  approved_by     TEXT        NOT NULL CHECK (approved_by <> ''),
  approved_at     TIMESTAMPTZ NOT NULL,
  CHECK ((symbol IS NULL) = (type IS NOT NULL) AND (type IS NULL) = (place IS NULL)),
  UNIQUE NULLS NOT DISTINCT (participant_id, symbol, type, place, extra_lots, document_sha256, from_date, to_date)
);
CREATE INDEX exemption_of_participant ON market.hedge_exemption (participant_id);

-- An exemption ended before its last day.
CREATE TABLE market.hedge_exemption_end (
  exemption_id BIGINT      PRIMARY KEY REFERENCES market.hedge_exemption,
  ended_by     TEXT        NOT NULL CHECK (ended_by <> ''),
  ended_at     TIMESTAMPTZ NOT NULL
);

-- The volume of the last days is summed once a day; fills come in the order of time.
CREATE INDEX fill_at ON trading.fill USING brin (traded_at);

DO $$
DECLARE
  t TEXT;
BEGIN
  FOREACH t IN ARRAY ARRAY['position_limit', 'hedge_exemption', 'hedge_exemption_end'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON market.%I
                      FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change()', t);
  END LOOP;
END $$;
