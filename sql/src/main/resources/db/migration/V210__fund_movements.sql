-- Money that stands behind a member's default: papers of its movements. The engine does each reference once.
--
--   REQUESTED ── approvals, none by who asked ──► APPROVED ── the engine's word ──► DONE | REFUSED
--       └► REJECTED (staff)

CREATE TABLE treasury.fund_movement (
  reference          TEXT        PRIMARY KEY CHECK (reference <> ''),
  idempotency_key    TEXT        UNIQUE,
  kind               TEXT        NOT NULL CHECK (kind IN ('CONTRIBUTION', 'RETURN', 'TRANCHE')),
  account_id         BIGINT,
  amount_micros      BIGINT      NOT NULL CHECK (amount_micros > 0),
  requested_by       TEXT        NOT NULL REFERENCES identity.staff (name),
  approvals_required INTEGER     NOT NULL CHECK (approvals_required BETWEEN 1 AND 2),
  state              TEXT        NOT NULL CHECK (state IN ('REQUESTED', 'APPROVED', 'DONE', 'REFUSED', 'REJECTED')),
  reason             TEXT,
  created_at         TIMESTAMPTZ NOT NULL,
  updated_at         TIMESTAMPTZ NOT NULL,
  CHECK ((kind = 'TRANCHE') = (account_id IS NULL))
);
CREATE INDEX fund_movement_open ON treasury.fund_movement (state) WHERE state IN ('REQUESTED', 'APPROVED');
CREATE TRIGGER keep_history AFTER INSERT OR UPDATE ON treasury.fund_movement
  FOR EACH ROW EXECUTE FUNCTION treasury.keep_history('FUND');

-- What each member has in the default fund, as the engine last said.
CREATE TABLE trading.contribution (
  participant_id      BIGINT PRIMARY KEY,
  contribution_micros BIGINT NOT NULL CHECK (contribution_micros >= 0),
  updated_sequence    BIGINT NOT NULL
);
