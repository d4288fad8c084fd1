-- Approved withdrawals leave the venue in settlement batches, which a transfer rail carries out. A withdrawal is in one
-- batch at most, for ever: the key of treasury.transfer says so.
--
--   withdrawal   … APPROVED ──────────────► SUBMITTED ──► CONFIRMED | FAILED
--   batch        CREATED ──► APPROVED ──► SUBMITTED ──► CONFIRMED | FAILED
--   transfer     PENDING ────────────────────────────► CONFIRMED | FAILED

ALTER TABLE treasury.withdrawal
  DROP CONSTRAINT withdrawal_state_check,
  ADD CONSTRAINT withdrawal_state_check CHECK (state IN
    ('REQUESTED', 'RESERVED', 'APPROVED', 'SUBMITTED', 'CONFIRMED', 'FAILED', 'REFUSED', 'REJECTED'));
DROP INDEX treasury.withdrawal_open;
CREATE INDEX withdrawal_open ON treasury.withdrawal (state)
  WHERE state IN ('REQUESTED', 'RESERVED', 'APPROVED', 'SUBMITTED');

-- CREATED → APPROVED (all approvals given, or none needed) → SUBMITTED (from here on it may be with the rail, and cannot be
-- taken back; handed_at is when the rail is known to have it) → CONFIRMED (every transfer arrived) or FAILED (at least one
-- did not; staff refused it). created_by is a member of staff, or empty for the calendar.
CREATE TABLE treasury.settlement_batch (
  reference          TEXT        PRIMARY KEY CHECK (reference <> ''),
  idempotency_key    TEXT        UNIQUE,
  created_by         TEXT        NOT NULL,
  transfers          INTEGER     NOT NULL CHECK (transfers > 0),
  amount_micros      BIGINT      NOT NULL CHECK (amount_micros > 0),
  approvals_required INTEGER     NOT NULL CHECK (approvals_required BETWEEN 0 AND 2),
  state              TEXT        NOT NULL CHECK (state IN ('CREATED', 'APPROVED', 'SUBMITTED', 'CONFIRMED', 'FAILED')),
  reason             TEXT,
  handed_at          TIMESTAMPTZ,
  created_at         TIMESTAMPTZ NOT NULL,
  updated_at         TIMESTAMPTZ NOT NULL
);
CREATE INDEX settlement_batch_open ON treasury.settlement_batch (state) WHERE state IN ('CREATED', 'APPROVED', 'SUBMITTED');

-- Who approved which paper, of whatever kind. Two approvals are by two people: the key says so.
CREATE TABLE treasury.approval (
  reference   TEXT        NOT NULL,
  staff       TEXT        NOT NULL REFERENCES identity.staff (name),
  approved_at TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (reference, staff)
);
INSERT INTO treasury.approval (reference, staff, approved_at)
  SELECT w.reference, a.staff, a.approved_at FROM treasury.withdrawal_approval a JOIN treasury.withdrawal w USING (withdrawal_id);
DROP TABLE treasury.withdrawal_approval;

-- One withdrawal's transfer; address and amount are copied, so that what was approved is what is sent. booked_at is when
-- the engine was told of the result.
CREATE TABLE treasury.transfer (
  reference     TEXT        PRIMARY KEY REFERENCES treasury.withdrawal (reference),
  batch         TEXT        NOT NULL REFERENCES treasury.settlement_batch,
  line          INTEGER     NOT NULL CHECK (line > 0),
  account_id    BIGINT      NOT NULL,
  address       TEXT        NOT NULL,
  amount_micros BIGINT      NOT NULL CHECK (amount_micros > 0),
  state         TEXT        NOT NULL CHECK (state IN ('PENDING', 'CONFIRMED', 'FAILED')),
  transaction   TEXT,
  reason        TEXT,
  booked_at     TIMESTAMPTZ,
  updated_at    TIMESTAMPTZ NOT NULL,
  UNIQUE (batch, line),
  CHECK ((state = 'CONFIRMED') = (transaction IS NOT NULL)),
  CHECK (booked_at IS NULL OR state <> 'PENDING')
);
CREATE INDEX transfer_unbooked ON treasury.transfer (state) WHERE booked_at IS NULL;

-- A result is given once, and what is sent never changes.
CREATE FUNCTION treasury.keep_transfer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.reference, NEW.batch, NEW.line, NEW.account_id, NEW.address, NEW.amount_micros)
       IS DISTINCT FROM (OLD.reference, OLD.batch, OLD.line, OLD.account_id, OLD.address, OLD.amount_micros)
     OR (OLD.state <> 'PENDING'
         AND (NEW.state, NEW.transaction, NEW.reason) IS DISTINCT FROM (OLD.state, OLD.transaction, OLD.reason)) THEN
    RAISE EXCEPTION 'transfer % refused: what is sent, and a result once given, do not change', OLD.reference
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_transfer BEFORE UPDATE ON treasury.transfer
  FOR EACH ROW EXECUTE FUNCTION treasury.keep_transfer();

ALTER TABLE treasury.history
  DROP CONSTRAINT history_kind_check,
  ADD CONSTRAINT history_kind_check CHECK (kind IN ('DEPOSIT', 'WITHDRAWAL', 'BATCH', 'TRANSFER', 'FUND'));
CREATE TRIGGER keep_history AFTER INSERT OR UPDATE ON treasury.settlement_batch
  FOR EACH ROW EXECUTE FUNCTION treasury.keep_history('BATCH');
CREATE TRIGGER keep_history AFTER INSERT OR UPDATE ON treasury.transfer
  FOR EACH ROW EXECUTE FUNCTION treasury.keep_history('TRANSFER');

-- Withdrawals in flight: the ledger's against the treasury's papers.
ALTER TABLE reconciliation.break
  DROP CONSTRAINT break_kind_check,
  ADD CONSTRAINT break_kind_check CHECK (kind IN
    ('ENGINE_LEDGER', 'LEDGER_CUSTODY', 'LEDGER_DRIFT', 'TRIAL_BALANCE', 'IN_FLIGHT'));
