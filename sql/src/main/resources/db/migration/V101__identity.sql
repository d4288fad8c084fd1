-- Who may do what: firms (participants), their accounts, the venue's staff, and the API keys of both.

CREATE SCHEMA identity;

CREATE TABLE identity.participant (
  participant_id BIGINT      PRIMARY KEY CHECK (participant_id > 0),
  name           TEXT        NOT NULL UNIQUE CHECK (name <> ''),
  created_at     TIMESTAMPTZ NOT NULL
);

-- Ids below 1000 are the venue's own accounts in the engine. leverage is the tier L of the margin rule: 1 for everyone, up to 10 for approved market makers.
CREATE TABLE identity.account (
  account_id     BIGINT      PRIMARY KEY CHECK (account_id >= 1000),
  participant_id BIGINT      NOT NULL REFERENCES identity.participant,
  name           TEXT        NOT NULL UNIQUE CHECK (name <> ''),
  market_maker   BOOLEAN     NOT NULL DEFAULT false,
  leverage       INTEGER     NOT NULL DEFAULT 1 CHECK (leverage BETWEEN 1 AND 10),
  created_at     TIMESTAMPTZ NOT NULL,
  CHECK (market_maker OR leverage = 1)
);
CREATE INDEX account_participant ON identity.account (participant_id);

CREATE TABLE identity.staff (
  staff_id   BIGINT      PRIMARY KEY CHECK (staff_id > 0),
  name       TEXT        NOT NULL UNIQUE CHECK (name <> ''),
  role       TEXT        NOT NULL CHECK (role IN ('OPERATOR', 'ARBITRATOR', 'AUDITOR')),
  created_at TIMESTAMPTZ NOT NULL
);

-- A key belongs to one account (TRADER, MAKER) or to one member of staff. The secret is encrypted with AES-256-GCM under
-- the venue's master key file, which is not in this database; the key's name is the authenticated data.
-- allowed_networks: a request may come from, as 10.1.0.0/16; empty means anywhere.
CREATE TABLE identity.api_key (
  api_key           TEXT        PRIMARY KEY CHECK (api_key ~ '^bmkt_(live|test)_[A-Za-z0-9]{16,64}$'),
  account_id        BIGINT      REFERENCES identity.account,
  staff_id          BIGINT      REFERENCES identity.staff,
  role              TEXT        NOT NULL CHECK (role IN ('TRADER', 'MAKER', 'OPERATOR', 'ARBITRATOR', 'AUDITOR')),
  secret_nonce      BYTEA       NOT NULL CHECK (octet_length(secret_nonce) = 12),
  secret_ciphertext BYTEA       NOT NULL,
  fix_sender_comp_id TEXT       CHECK (fix_sender_comp_id ~ '^[A-Z0-9][A-Z0-9-]{1,31}$'),
  allowed_networks  TEXT[]      NOT NULL DEFAULT '{}',
  label             TEXT        NOT NULL DEFAULT '',
  created_at        TIMESTAMPTZ NOT NULL,
  revoked_at        TIMESTAMPTZ,
  CHECK (num_nonnulls(account_id, staff_id) = 1),
  CHECK ((account_id IS NOT NULL) = (role IN ('TRADER', 'MAKER'))),
  CHECK (fix_sender_comp_id IS NULL OR account_id IS NOT NULL)
);
CREATE INDEX api_key_account ON identity.api_key (account_id);
CREATE UNIQUE INDEX api_key_fix_sender ON identity.api_key (fix_sender_comp_id) WHERE revoked_at IS NULL;

-- One number that moves with every change above, so that a gateway asks one row whether its copy is still good.
CREATE TABLE identity.revision (
  only_row BOOLEAN PRIMARY KEY DEFAULT true CHECK (only_row),
  value    BIGINT  NOT NULL
);
INSERT INTO identity.revision (value) VALUES (0);

CREATE FUNCTION identity.bump_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE identity.revision SET value = value + 1;
  RETURN NULL;
END $$;
CREATE TRIGGER bump AFTER INSERT OR UPDATE OR DELETE ON identity.participant
  FOR EACH STATEMENT EXECUTE FUNCTION identity.bump_revision();
CREATE TRIGGER bump AFTER INSERT OR UPDATE OR DELETE ON identity.account
  FOR EACH STATEMENT EXECUTE FUNCTION identity.bump_revision();
CREATE TRIGGER bump AFTER INSERT OR UPDATE OR DELETE ON identity.staff
  FOR EACH STATEMENT EXECUTE FUNCTION identity.bump_revision();
CREATE TRIGGER bump AFTER INSERT OR UPDATE OR DELETE ON identity.api_key
  FOR EACH STATEMENT EXECUTE FUNCTION identity.bump_revision();

-- What staff did, for ever. staff is the name of the key's holder at the time.
CREATE TABLE identity.staff_action (
  action_id   BIGINT      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  staff       TEXT        NOT NULL,
  action      TEXT        NOT NULL CHECK (action <> ''),
  subject     TEXT        NOT NULL,
  details     JSONB       NOT NULL,
  happened_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX staff_action_at ON identity.staff_action (happened_at);

CREATE FUNCTION identity.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on %.% refused: its rows are append-only', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON identity.staff_action
  FOR EACH STATEMENT EXECUTE FUNCTION identity.refuse_change();
ALTER TABLE identity.staff_action ENABLE ALWAYS TRIGGER append_only;
