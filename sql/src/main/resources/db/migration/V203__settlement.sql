-- Contracts and their settlements: what was drafted, how it stands in the journal, and the papers around it.

CREATE SCHEMA settlement;

CREATE SEQUENCE settlement.market_number AS INTEGER START 1;
CREATE SEQUENCE settlement.dispute_number AS BIGINT START 1;

-- The terms of a market, drafted before it is listed and never changed. rules: the canonical JSON whose SHA-256 the market
-- pins. synthetic: a source of it makes its figures up.
CREATE TABLE settlement.contract (
  market_id            INTEGER     PRIMARY KEY CHECK (market_id > 0),
  symbol               TEXT        NOT NULL UNIQUE,
  rules                BYTEA       NOT NULL,
  rules_sha256         TEXT        NOT NULL UNIQUE CHECK (rules_sha256 ~ '^[0-9a-f]{64}$'),
  listing_price_micros BIGINT      NOT NULL,
  max_order_lots       BIGINT      NOT NULL,
  position_limit_lots  BIGINT      NOT NULL,
  synthetic            BOOLEAN     NOT NULL,
  drafted_at           TIMESTAMPTZ NOT NULL
);

-- How a listed market stands, from the journal. value_micros: provisional, then final; null when void.
CREATE TABLE settlement.market (
  market_id        INTEGER     PRIMARY KEY,
  symbol           TEXT        NOT NULL UNIQUE,
  expiry           TIMESTAMPTZ NOT NULL,
  state            TEXT        NOT NULL,
  value_micros     BIGINT,
  dispute_until    TIMESTAMPTZ,
  closed_at        TIMESTAMPTZ,
  updated_sequence BIGINT      NOT NULL
);
CREATE INDEX market_state ON settlement.market (state, expiry);

-- Who holds or held a market. lots and open_value stay as they were when it settled; paid is daily variation up to then,
-- final the last payment.
CREATE TABLE settlement.holding (
  market_id         INTEGER NOT NULL,
  account_id        BIGINT  NOT NULL,
  lots              BIGINT  NOT NULL,
  open_value_micros BIGINT  NOT NULL,
  paid_micros       BIGINT  NOT NULL,
  final_micros      BIGINT,
  PRIMARY KEY (market_id, account_id)
);

-- The snapshot of a market, taken once. synthetic: an observation that was used was made up.
CREATE TABLE settlement.snapshot (
  market_id    INTEGER     PRIMARY KEY,
  symbol       TEXT        NOT NULL UNIQUE,
  document     BYTEA       NOT NULL,
  sha256       TEXT        NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  leaf_index   BIGINT      NOT NULL REFERENCES proof.leaf,
  value_micros BIGINT      NOT NULL,
  synthetic    BOOLEAN     NOT NULL,
  taken_at     TIMESTAMPTZ NOT NULL
);

-- A person's word that days which are not verified may be published.
CREATE TABLE settlement.review (
  market_id   INTEGER     PRIMARY KEY,
  reviewer    TEXT        NOT NULL CHECK (reviewer <> ''),
  finding     TEXT        NOT NULL CHECK (finding <> ''),
  reviewed_at TIMESTAMPTZ NOT NULL
);

-- Disputes and rulings as handed in, before the venue has taken them. sha256 is of the document, which becomes a leaf of
-- the log when the journal says that the venue took it.
CREATE TABLE settlement.paper (
  sha256          TEXT        PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  kind            TEXT        NOT NULL CHECK (kind IN ('DISPUTE', 'RULING')),
  dispute_id      BIGINT      NOT NULL,
  market_id       INTEGER     NOT NULL,
  account_id      BIGINT      NOT NULL,
  idempotency_key TEXT        NOT NULL,
  reason          TEXT        NOT NULL,
  evidence        TEXT        NOT NULL,
  document        BYTEA       NOT NULL,
  filed_at        TIMESTAMPTZ NOT NULL,
  UNIQUE (kind, account_id, idempotency_key)
);
CREATE INDEX paper_dispute ON settlement.paper (dispute_id, kind);

-- What was published of a market that is closed. synthetic is the settlement record's flag.
CREATE TABLE settlement.bundle (
  market_id    INTEGER     PRIMARY KEY,
  symbol       TEXT        NOT NULL UNIQUE,
  record_index BIGINT      NOT NULL REFERENCES proof.leaf,
  content      BYTEA       NOT NULL,
  synthetic    BOOLEAN     NOT NULL,
  published_at TIMESTAMPTZ NOT NULL
);

DO $$
DECLARE
  t TEXT;
BEGIN
  FOREACH t IN ARRAY ARRAY['contract', 'snapshot', 'review', 'paper', 'bundle'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON settlement.%I
                      FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change()', t);
  END LOOP;
END $$;
