-- A journal's lines are checked by statement, not row by row: what is refused is the same, the cost is a tenth.
--
--   insert journals ──► open_work: so many journals without lines in this transaction
--   insert postings ──► every journal named has all its lines in the statement, they sum to zero ──► so many less
--   commit          ──► none may be left
--
-- All lines of a journal come in one statement. Its lines 1..n are taken then, so none can be added later.

DROP TRIGGER journal_balances ON ledger.journal;
DROP FUNCTION ledger.check_journal();
ALTER TABLE ledger.posting DROP CONSTRAINT posting_sequence_lines_fkey;

CREATE TABLE ledger.open_work (
  transaction XID8   PRIMARY KEY,
  journals    BIGINT NOT NULL CHECK (journals >= 0)
);

CREATE FUNCTION ledger.count_journals() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO ledger.open_work AS w (transaction, journals)
    SELECT pg_current_xact_id(), count(*) FROM added HAVING count(*) > 0
    ON CONFLICT (transaction) DO UPDATE SET journals = w.journals + excluded.journals;
  RETURN NULL;
END $$;
CREATE TRIGGER count_journals AFTER INSERT ON ledger.journal
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION ledger.count_journals();

CREATE FUNCTION ledger.check_postings() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  wrong    RECORD;
  complete BIGINT;
BEGIN
  SELECT g.* INTO wrong
    FROM (SELECT sequence, max(lines) AS lines, count(*) AS found, sum(amount_micros) AS total
            FROM added GROUP BY sequence) g
    LEFT JOIN ledger.journal j ON j.sequence = g.sequence AND j.lines = g.lines
   WHERE j.sequence IS NULL OR g.total <> 0 OR g.found <> g.lines
   ORDER BY g.sequence LIMIT 1;
  IF FOUND THEN
    IF NOT EXISTS (SELECT FROM ledger.journal WHERE sequence = wrong.sequence AND lines = wrong.lines) THEN
      RAISE EXCEPTION 'there is no journal % of % lines', wrong.sequence, wrong.lines
        USING ERRCODE = 'foreign_key_violation';
    ELSIF wrong.total <> 0 THEN
      RAISE EXCEPTION 'journal % does not balance: it sums to % micro-USDC', wrong.sequence, wrong.total
        USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RAISE EXCEPTION 'journal % has % of % lines', wrong.sequence, wrong.found, wrong.lines
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  SELECT count(DISTINCT sequence) INTO complete FROM added;
  UPDATE ledger.open_work SET journals = journals - complete WHERE transaction = pg_current_xact_id();
  RETURN NULL;
END $$;
CREATE TRIGGER check_postings AFTER INSERT ON ledger.posting
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION ledger.check_postings();

CREATE FUNCTION ledger.check_open_work() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  left_over BIGINT;
  bare      RECORD;
BEGIN
  DELETE FROM ledger.open_work WHERE transaction = NEW.transaction RETURNING journals INTO left_over;
  IF left_over > 0 THEN
    SELECT j.sequence, j.lines INTO bare FROM ledger.journal j
     WHERE NOT EXISTS (SELECT FROM ledger.posting p WHERE p.sequence = j.sequence)
     ORDER BY j.sequence DESC LIMIT 1;
    RAISE EXCEPTION 'journal % has 0 of % lines', bare.sequence, bare.lines
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER nothing_left_open AFTER INSERT ON ledger.open_work
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger.check_open_work();

-- Counted by the triggers above alone.
CREATE FUNCTION ledger.refuse_hand_made_count() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() < 2 THEN
    RAISE EXCEPTION '% on ledger.open_work refused: it follows journals and postings', TG_OP
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER follow_journals BEFORE INSERT OR UPDATE OR DELETE ON ledger.open_work
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_hand_made_count();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ledger.open_work
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();

ALTER TABLE ledger.journal ENABLE ALWAYS TRIGGER count_journals;
ALTER TABLE ledger.posting ENABLE ALWAYS TRIGGER check_postings;
ALTER TABLE ledger.open_work ENABLE ALWAYS TRIGGER nothing_left_open;
ALTER TABLE ledger.open_work ENABLE ALWAYS TRIGGER follow_journals;
ALTER TABLE ledger.open_work ENABLE ALWAYS TRIGGER no_truncate;
