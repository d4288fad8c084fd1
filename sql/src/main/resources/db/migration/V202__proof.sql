-- The append-only Merkle log (RFC 6962) of rules, snapshots, disputes, rulings and settlements, and its signed checkpoints.

CREATE SCHEMA proof;

-- leaf_hash = SHA-256(0x00 ‖ entry). Indexes run from 0 without a gap.
CREATE TABLE proof.leaf (
  leaf_index  BIGINT      PRIMARY KEY CHECK (leaf_index >= 0),
  leaf_hash   BYTEA       NOT NULL CHECK (octet_length(leaf_hash) = 32),
  kind        TEXT        NOT NULL CHECK (kind IN ('RULES', 'SNAPSHOT', 'DISPUTE', 'RULING', 'OPERATOR_ACTION', 'SETTLEMENT')),
  market      TEXT        NOT NULL,
  entry       BYTEA       NOT NULL,
  appended_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX leaf_market ON proof.leaf (market, leaf_index);

CREATE FUNCTION proof.without_gap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.leaf_index <> (SELECT coalesce(max(leaf_index) + 1, 0) FROM proof.leaf) THEN
    RAISE EXCEPTION 'leaf % is not the next of the log', NEW.leaf_index
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER without_gap BEFORE INSERT ON proof.leaf FOR EACH ROW EXECUTE FUNCTION proof.without_gap();

-- A signed note (C2SP) for one size of the log.
CREATE TABLE proof.checkpoint (
  size      BIGINT      PRIMARY KEY CHECK (size >= 0),
  note      TEXT        NOT NULL,
  signed_at TIMESTAMPTZ NOT NULL
);

DO $$
DECLARE
  t TEXT;
BEGIN
  FOREACH t IN ARRAY ARRAY['leaf', 'checkpoint'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON proof.%I
                      FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change()', t);
  END LOOP;
END $$;
