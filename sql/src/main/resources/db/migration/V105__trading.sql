-- Orders, fills, positions and balances as the engine told them: the histories behind GET /orders, statements and reports.
-- A projection of the event journal, written only by its reader in the transaction that stores the reader's sequence.

CREATE SCHEMA trading;

CREATE TABLE trading.orders (
  order_id            BIGINT      PRIMARY KEY,
  account_id          BIGINT      NOT NULL,
  market_id           INTEGER     NOT NULL,
  cl_ord_id           TEXT        NOT NULL,
  side                TEXT        NOT NULL,
  type                TEXT        NOT NULL,
  time_in_force       TEXT        NOT NULL,
  price_micros        BIGINT      NOT NULL,
  stop_price_micros   BIGINT      NOT NULL,
  lots                BIGINT      NOT NULL,
  leaves_lots         BIGINT      NOT NULL,
  filled_lots         BIGINT      NOT NULL,
  filled_value_micros NUMERIC     NOT NULL,
  fee_micros          BIGINT      NOT NULL,
  status              TEXT        NOT NULL CHECK (status IN ('OPEN', 'FILLED', 'CANCELLED', 'EXPIRED')),
  triggered           BOOLEAN     NOT NULL,
  cancel_reason       TEXT,
  post_only           TEXT        NOT NULL,
  reduce_only         BOOLEAN     NOT NULL,
  display_lots        BIGINT      NOT NULL,
  min_lots            BIGINT      NOT NULL,
  expires_at          TIMESTAMPTZ,
  session_id          BIGINT      NOT NULL,
  created_at          TIMESTAMPTZ NOT NULL,
  updated_at          TIMESTAMPTZ NOT NULL,
  created_sequence    BIGINT      NOT NULL,
  updated_sequence    BIGINT      NOT NULL
);
CREATE INDEX orders_of_account ON trading.orders (account_id, created_sequence);
CREATE INDEX orders_open ON trading.orders (account_id, created_sequence) WHERE status = 'OPEN';

-- Orders that the engine refused: they never had an id.
CREATE TABLE trading.rejected_order (
  sequence         BIGINT      PRIMARY KEY,
  account_id       BIGINT      NOT NULL,
  market_id        INTEGER     NOT NULL,
  cl_ord_id        TEXT        NOT NULL,
  side             TEXT        NOT NULL,
  type             TEXT        NOT NULL,
  price_micros     BIGINT      NOT NULL,
  lots             BIGINT      NOT NULL,
  reason           TEXT        NOT NULL,
  required_micros  BIGINT      NOT NULL,
  available_micros BIGINT      NOT NULL,
  rejected_at      TIMESTAMPTZ NOT NULL
);
CREATE INDEX rejected_of_account ON trading.rejected_order (account_id, sequence);

-- One side of a trade; a trade is two rows with one trade_id.
CREATE TABLE trading.fill (
  trade_id     BIGINT      NOT NULL,
  liquidity    TEXT        NOT NULL CHECK (liquidity IN ('MAKER', 'TAKER')),
  sequence     BIGINT      NOT NULL,
  order_id     BIGINT      NOT NULL,
  account_id   BIGINT      NOT NULL,
  market_id    INTEGER     NOT NULL,
  side         TEXT        NOT NULL,
  price_micros BIGINT      NOT NULL,
  lots         BIGINT      NOT NULL CHECK (lots > 0),
  fee_micros   BIGINT      NOT NULL,
  auction      BOOLEAN     NOT NULL,
  traded_at    TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (trade_id, liquidity)
);
CREATE INDEX fill_of_account ON trading.fill (account_id, sequence);
CREATE INDEX fill_of_market ON trading.fill (market_id, sequence);
CREATE INDEX fill_of_order ON trading.fill (order_id);

-- The tape: each trade once, with the side that took.
CREATE VIEW trading.trade AS
  SELECT trade_id, sequence, market_id, price_micros, lots, side AS taker_side, auction, traded_at
    FROM trading.fill WHERE liquidity = 'TAKER';

-- lots and values are signed, above zero for a long. Unrealised P&L = lots × mark − open_value.
CREATE TABLE trading.position (
  account_id        BIGINT      NOT NULL,
  market_id         INTEGER     NOT NULL,
  lots              BIGINT      NOT NULL,
  cost_micros       BIGINT      NOT NULL,
  open_value_micros BIGINT      NOT NULL,
  paid_micros       BIGINT      NOT NULL,
  updated_at        TIMESTAMPTZ NOT NULL,
  updated_sequence  BIGINT      NOT NULL,
  PRIMARY KEY (account_id, market_id)
);
CREATE INDEX position_of_market ON trading.position (market_id) WHERE lots <> 0;

-- Open positions at the end of each UTC day, after its variation.
CREATE TABLE trading.daily_position (
  business_date     DATE    NOT NULL,
  account_id        BIGINT  NOT NULL,
  market_id         INTEGER NOT NULL,
  lots              BIGINT  NOT NULL,
  cost_micros       BIGINT  NOT NULL,
  mark_micros       BIGINT  NOT NULL,
  paid_micros       BIGINT  NOT NULL,
  PRIMARY KEY (business_date, account_id, market_id)
);

-- What the engine says of each account's money; cash is what the ledger must come to.
CREATE TABLE trading.balance (
  account_id       BIGINT      PRIMARY KEY,
  participant_id   BIGINT      NOT NULL,
  kind             TEXT        NOT NULL,
  leverage         INTEGER     NOT NULL,
  suspended        BOOLEAN     NOT NULL,
  cash_micros      BIGINT      NOT NULL,
  equity_micros    BIGINT      NOT NULL,
  margin_micros    BIGINT      NOT NULL,
  available_micros BIGINT      NOT NULL,
  updated_at       TIMESTAMPTZ NOT NULL,
  updated_sequence BIGINT      NOT NULL
);

-- The venue's own accounts exist from the first moment, without an event of their own.
INSERT INTO trading.balance VALUES
  (1, 1, 'HOUSE',          1, false, 0, 0, 0, 0, 'epoch', 0),
  (2, 1, 'INSURANCE_FUND', 1, false, 0, 0, 0, 0, 'epoch', 0),
  (3, 1, 'DISPUTE_ESCROW', 1, false, 0, 0, 0, 0, 'epoch', 0);
