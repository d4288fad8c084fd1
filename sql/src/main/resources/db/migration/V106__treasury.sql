-- Movements of USDC between a client's wallet and the venue. The engine decides on cash; these rows follow a movement from
-- the request to the transfer, and hold what the engine does not know: addresses, approvals, the custodian's word.

CREATE SCHEMA treasury;

-- An address may be used from usable_from on; removing it ends its use and keeps the row.
CREATE TABLE treasury.withdrawal_address (
  account_id  BIGINT      NOT NULL REFERENCES identity.account,
  address     TEXT        NOT NULL CHECK (address ~ '^0x[0-9a-fA-F]{40}$'),
  label       TEXT        NOT NULL DEFAULT '',
  usable_from TIMESTAMPTZ NOT NULL,
  removed_at  TIMESTAMPTZ,
  PRIMARY KEY (account_id, address)
);

-- A deposit that was seen by the custodian or given by the sandbox's faucet: SEEN, then CREDITED by the engine under the
-- same reference, or REJECTED. A credit that came by a bare command is entered by the ledger as COMMAND.
CREATE TABLE treasury.deposit (
  reference     TEXT        PRIMARY KEY CHECK (reference <> ''),
  account_id    BIGINT      NOT NULL,
  amount_micros BIGINT      NOT NULL CHECK (amount_micros > 0),
  source        TEXT        NOT NULL CHECK (source IN ('CUSTODY', 'FAUCET', 'COMMAND')),
  state         TEXT        NOT NULL CHECK (state IN ('SEEN', 'CREDITED', 'REJECTED')),
  reason        TEXT,
  created_at    TIMESTAMPTZ NOT NULL,
  updated_at    TIMESTAMPTZ NOT NULL
);
CREATE INDEX deposit_account ON treasury.deposit (account_id, created_at);

-- REQUESTED → RESERVED (the engine set the cash aside) → APPROVED (all approvals given, or none needed) → CONFIRMED (it
-- left); or REFUSED (by the engine), or REJECTED (by staff; the engine makes the cash available again).
-- withdrawal_id is public; reference is the one that the engine's commands carry.
CREATE TABLE treasury.withdrawal (
  withdrawal_id      TEXT        PRIMARY KEY CHECK (withdrawal_id <> ''),
  reference          TEXT        NOT NULL UNIQUE CHECK (reference <> ''),
  account_id         BIGINT      NOT NULL,
  idempotency_key    TEXT        NOT NULL CHECK (idempotency_key <> ''),
  address            TEXT        NOT NULL,
  amount_micros      BIGINT      NOT NULL CHECK (amount_micros > 0),
  approvals_required INTEGER     NOT NULL CHECK (approvals_required BETWEEN 0 AND 2),
  state              TEXT        NOT NULL CHECK (state IN
                       ('REQUESTED', 'RESERVED', 'APPROVED', 'CONFIRMED', 'REFUSED', 'REJECTED')),
  reason             TEXT,
  created_at         TIMESTAMPTZ NOT NULL,
  updated_at         TIMESTAMPTZ NOT NULL,
  UNIQUE (account_id, idempotency_key),
  FOREIGN KEY (account_id, address) REFERENCES treasury.withdrawal_address
);
CREATE INDEX withdrawal_account ON treasury.withdrawal (account_id, created_at);
CREATE INDEX withdrawal_open ON treasury.withdrawal (state) WHERE state IN ('REQUESTED', 'RESERVED', 'APPROVED');

-- Two approvals are by two people: the key says so.
CREATE TABLE treasury.withdrawal_approval (
  withdrawal_id TEXT        NOT NULL REFERENCES treasury.withdrawal,
  staff         TEXT        NOT NULL REFERENCES identity.staff (name),
  approved_at   TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (withdrawal_id, staff)
);

-- Every change of state above, kept.
CREATE TABLE treasury.history (
  history_id BIGINT      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind       TEXT        NOT NULL CHECK (kind IN ('DEPOSIT', 'WITHDRAWAL')),
  reference  TEXT        NOT NULL,
  state      TEXT        NOT NULL,
  reason     TEXT,
  changed_at TIMESTAMPTZ NOT NULL
);
CREATE FUNCTION treasury.keep_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' OR NEW.state IS DISTINCT FROM OLD.state THEN
    INSERT INTO treasury.history (kind, reference, state, reason, changed_at)
    VALUES (TG_ARGV[0], NEW.reference, NEW.state, NEW.reason, NEW.updated_at);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER keep_history AFTER INSERT OR UPDATE ON treasury.deposit
  FOR EACH ROW EXECUTE FUNCTION treasury.keep_history('DEPOSIT');
CREATE TRIGGER keep_history AFTER INSERT OR UPDATE ON treasury.withdrawal
  FOR EACH ROW EXECUTE FUNCTION treasury.keep_history('WITHDRAWAL');

-- What the custodian says it holds for the venue, as often as it says it.
CREATE TABLE treasury.custody_statement (
  statement_id   BIGINT      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  as_of          TIMESTAMPTZ NOT NULL,
  balance_micros BIGINT      NOT NULL CHECK (balance_micros >= 0),
  source         TEXT        NOT NULL
);
CREATE INDEX custody_statement_as_of ON treasury.custody_statement (as_of);
