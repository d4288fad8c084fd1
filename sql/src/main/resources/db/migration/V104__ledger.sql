-- The ledger: double entry in micro-USDC. A debit is positive, a credit is negative, and each journal sums to zero.
--
--   chart ◄── account ◄── posting ──► journal ──► (engine event, by its sequence)
--                │            │
--                └─ balance ◄─┘  kept by the database alone, in the statement that inserts the postings
--
-- Rows of chart, account, journal and posting are never changed or deleted: the database refuses it, also to the owner.

CREATE SCHEMA ledger;

CREATE FUNCTION ledger.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on %.% refused: its rows are append-only', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation';
END $$;

-- The chart of accounts. normal_side is the side on which a healthy balance stands.
CREATE TABLE ledger.chart (
  code        TEXT PRIMARY KEY CHECK (code ~ '^[1-5][0-9]{3}$'),
  name        TEXT NOT NULL UNIQUE,
  class       TEXT NOT NULL CHECK (class IN ('ASSET', 'LIABILITY', 'EQUITY', 'INCOME', 'EXPENSE')),
  normal_side TEXT NOT NULL CHECK (normal_side IN ('DEBIT', 'CREDIT')),
  held_per    TEXT NOT NULL CHECK (held_per IN ('VENUE', 'ACCOUNT')),
  CHECK ((class IN ('ASSET', 'EXPENSE')) = (normal_side = 'DEBIT'))
);
INSERT INTO ledger.chart (code, name, class, normal_side, held_per) VALUES
  ('1000', 'USDC in custody',       'ASSET',     'DEBIT',  'VENUE'),
  ('2000', 'Client cash',           'LIABILITY', 'CREDIT', 'ACCOUNT'),
  ('2100', 'Withdrawals in flight', 'LIABILITY', 'CREDIT', 'ACCOUNT'),
  ('2200', 'Dispute bonds held',    'LIABILITY', 'CREDIT', 'VENUE'),
  ('3000', 'Insurance fund',        'EQUITY',    'CREDIT', 'VENUE'),
  ('3100', 'House capital',         'EQUITY',    'CREDIT', 'VENUE'),
  ('4000', 'Trading fees',          'INCOME',    'CREDIT', 'VENUE'),
  ('5000', 'Maker rewards',         'EXPENSE',   'DEBIT',  'VENUE');

-- One account of the books: a line of the chart, held for the venue or for one client's account. Its name is readable and
-- the same in every rebuild: '1000', '2000/1001'.
CREATE TABLE ledger.account (
  ledger_account TEXT   PRIMARY KEY,
  code           TEXT   NOT NULL REFERENCES ledger.chart,
  account_id     BIGINT,
  CHECK (ledger_account = code || coalesce('/' || account_id::text, ''))
);
CREATE INDEX account_of_client ON ledger.account (account_id);

CREATE TABLE ledger.balance (
  ledger_account TEXT    PRIMARY KEY REFERENCES ledger.account,
  debit_micros   NUMERIC NOT NULL DEFAULT 0 CHECK (debit_micros >= 0),
  credit_micros  NUMERIC NOT NULL DEFAULT 0 CHECK (credit_micros >= 0),
  balance_micros BIGINT  NOT NULL DEFAULT 0,
  last_sequence  BIGINT  NOT NULL DEFAULT 0,
  CHECK (balance_micros = debit_micros - credit_micros)
);

-- One journal per set of cash movements that belong together; its key is the sequence of the first engine event in it.
-- business_date is the UTC day to which it belongs: the day that ended, for that day's variation.
CREATE TABLE ledger.journal (
  sequence      BIGINT      PRIMARY KEY CHECK (sequence > 0),
  reason        TEXT        NOT NULL,
  posted_at     TIMESTAMPTZ NOT NULL,
  business_date DATE        NOT NULL,
  lines         INTEGER     NOT NULL CHECK (lines >= 2),
  UNIQUE (sequence, lines)
);
CREATE INDEX journal_by_date ON ledger.journal (business_date, sequence);

-- A line names the engine event that it comes from, with that event's market, lots, price and reference where it has them.
-- lines is repeated here so that a later addition to a finished journal is refused by keys alone: its lines 1..n are all
-- taken when the journal commits.
CREATE TABLE ledger.posting (
  sequence       BIGINT  NOT NULL,
  line           INTEGER NOT NULL,
  lines          INTEGER NOT NULL,
  event_sequence BIGINT  NOT NULL,
  ledger_account TEXT    NOT NULL,
  amount_micros  BIGINT  NOT NULL CHECK (amount_micros <> 0),
  market_id      INTEGER,
  lots           BIGINT,
  price_micros   BIGINT,
  reference      TEXT,
  PRIMARY KEY (sequence, line),
  FOREIGN KEY (sequence, lines) REFERENCES ledger.journal (sequence, lines),
  CHECK (line BETWEEN 1 AND lines),
  CHECK (event_sequence >= sequence)
);
CREATE INDEX posting_by_account ON ledger.posting (ledger_account, sequence);

CREATE FUNCTION ledger.open_balance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO ledger.balance (ledger_account) SELECT ledger_account FROM added;
  RETURN NULL;
END $$;
CREATE TRIGGER open_balance AFTER INSERT ON ledger.account
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION ledger.open_balance();

-- Carries new postings into the balances, and so also checks that each names an account of the books.
CREATE FUNCTION ledger.carry_balances() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  named   BIGINT;
  carried BIGINT;
BEGIN
  SELECT count(DISTINCT ledger_account) INTO named FROM added;
  UPDATE ledger.balance b
     SET debit_micros   = b.debit_micros + n.debit,
         credit_micros  = b.credit_micros + n.credit,
         balance_micros = b.balance_micros + n.debit - n.credit,
         last_sequence  = greatest(b.last_sequence, n.last_sequence)
    FROM (SELECT ledger_account,
                 coalesce(sum(amount_micros) FILTER (WHERE amount_micros > 0), 0)  AS debit,
                 coalesce(-sum(amount_micros) FILTER (WHERE amount_micros < 0), 0) AS credit,
                 max(sequence) AS last_sequence
            FROM added GROUP BY ledger_account) n
   WHERE b.ledger_account = n.ledger_account;
  GET DIAGNOSTICS carried = ROW_COUNT;
  IF carried <> named THEN
    RAISE EXCEPTION 'a posting names an account that is not in the books'
      USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER carry_balances AFTER INSERT ON ledger.posting
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION ledger.carry_balances();

-- At commit a journal must have all its lines, and they must sum to zero.
CREATE FUNCTION ledger.check_journal() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  found_lines BIGINT;
  total       NUMERIC;
BEGIN
  SELECT count(*), coalesce(sum(amount_micros), 0) INTO found_lines, total
    FROM ledger.posting WHERE sequence = NEW.sequence;
  IF total <> 0 THEN
    RAISE EXCEPTION 'journal % does not balance: it sums to % micro-USDC', NEW.sequence, total
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF found_lines <> NEW.lines THEN
    RAISE EXCEPTION 'journal % has % of % lines', NEW.sequence, found_lines, NEW.lines
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER journal_balances AFTER INSERT ON ledger.journal
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger.check_journal();

-- Balances move only from the trigger above (depth 1 when it runs, 2 inside this one).
CREATE FUNCTION ledger.refuse_hand_made_balance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() < 2 THEN
    RAISE EXCEPTION '% on ledger.balance refused: balances follow postings', TG_OP
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER follow_postings BEFORE INSERT OR UPDATE OR DELETE ON ledger.balance
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_hand_made_balance();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ledger.balance
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();

DO $$
DECLARE
  t TEXT;
BEGIN
  FOREACH t IN ARRAY ARRAY['chart', 'account', 'journal', 'posting'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.%I
                      FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change()', t);
    EXECUTE format('ALTER TABLE ledger.%I ENABLE ALWAYS TRIGGER append_only', t);
  END LOOP;
END $$;
ALTER TABLE ledger.balance ENABLE ALWAYS TRIGGER follow_postings;
ALTER TABLE ledger.balance ENABLE ALWAYS TRIGGER no_truncate;
ALTER TABLE ledger.account ENABLE ALWAYS TRIGGER open_balance;
ALTER TABLE ledger.posting ENABLE ALWAYS TRIGGER carry_balances;
ALTER TABLE ledger.journal ENABLE ALWAYS TRIGGER journal_balances;

-- Debits and credits per line of the chart; the two totals are equal, always.
CREATE VIEW ledger.trial_balance AS
  SELECT c.code, c.name, c.class,
         coalesce(sum(b.debit_micros), 0)   AS debit_micros,
         coalesce(sum(b.credit_micros), 0)  AS credit_micros,
         coalesce(sum(b.balance_micros), 0) AS balance_micros
    FROM ledger.chart c
    LEFT JOIN ledger.account a USING (code)
    LEFT JOIN ledger.balance b USING (ledger_account)
   GROUP BY c.code, c.name, c.class
   ORDER BY c.code;

-- Must be empty: accounts whose balance is not the sum of their postings.
CREATE VIEW ledger.drift AS
  SELECT b.ledger_account, b.balance_micros, coalesce(p.total, 0) AS postings_micros
    FROM ledger.balance b
    LEFT JOIN (SELECT ledger_account, sum(amount_micros) AS total FROM ledger.posting GROUP BY ledger_account) p
      USING (ledger_account)
   WHERE b.balance_micros <> coalesce(p.total, 0);
