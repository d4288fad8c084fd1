-- The market directory: what is listed, under the engine's number and the public symbol, and how it stands now.
-- A projection of the event journal. Prices are in micro-USDC.

CREATE SCHEMA market;

CREATE TABLE market.instrument (
  market_id             INTEGER     PRIMARY KEY CHECK (market_id > 0),
  symbol                TEXT        NOT NULL UNIQUE,
  name                  TEXT        NOT NULL,
  type                  TEXT        NOT NULL CHECK (type IN ('binary', 'index', 'option', 'conditional_spread', 'combo')),
  place                 TEXT        NOT NULL,
  lo_micros             BIGINT      NOT NULL,
  hi_micros             BIGINT      NOT NULL,
  window_start          TIMESTAMPTZ NOT NULL,
  expiry                TIMESTAMPTZ NOT NULL,
  -- What the type alone does not say (strike, legs, condition) and the tick bands, as canonical JSON.
  terms                 JSONB       NOT NULL,
  ticks                 JSONB       NOT NULL,
  fee_basis             TEXT        NOT NULL,
  maker_rate            BIGINT      NOT NULL,
  taker_rate            BIGINT      NOT NULL,
  listing_price_micros  BIGINT      NOT NULL,
  max_order_lots        BIGINT      NOT NULL,
  position_limit_lots   BIGINT      NOT NULL,
  rules_hash            TEXT        NOT NULL,
  listed_at             TIMESTAMPTZ NOT NULL,
  listed_sequence       BIGINT      NOT NULL
);
CREATE INDEX instrument_expiry ON market.instrument (expiry);

-- How the market stands: one row for each instrument.
CREATE TABLE market.status (
  market_id              INTEGER     PRIMARY KEY REFERENCES market.instrument,
  state                  TEXT        NOT NULL,
  state_reason           TEXT,
  reference_price_micros BIGINT      NOT NULL,
  mark_micros            BIGINT      NOT NULL,
  last_price_micros      BIGINT,
  provisional_micros     BIGINT,
  settlement_micros      BIGINT,
  evidence_hash          TEXT,
  leaf_index             BIGINT,
  dispute_until          TIMESTAMPTZ,
  updated_at             TIMESTAMPTZ NOT NULL,
  updated_sequence       BIGINT      NOT NULL
);

-- Every step of a market's life after listing: phases, provisional values, disputes, rulings, payment.
CREATE TABLE market.history (
  sequence      BIGINT      PRIMARY KEY,
  market_id     INTEGER     NOT NULL REFERENCES market.instrument,
  happened_at   TIMESTAMPTZ NOT NULL,
  step          TEXT        NOT NULL,
  state         TEXT,
  reason        TEXT,
  value_micros  BIGINT,
  evidence_hash TEXT,
  leaf_index    BIGINT,
  dispute_id    BIGINT,
  account_id    BIGINT
);
CREATE INDEX history_market ON market.history (market_id, sequence);
