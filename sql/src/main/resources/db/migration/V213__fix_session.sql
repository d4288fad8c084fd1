-- The terms of a client's FIX sessions. A SenderCompID without a row is on standard terms. Who it is, and from where it may
-- come, stands with its key: identity.api_key.
-- messages_per_second: NULL for the gateway's. begin_strings: the versions it may log on with; empty for all.
-- on_disconnect: what is cancelled when a session ends whose Logon has no tag 8013.
CREATE TABLE identity.fix_session (
  sender_comp_id      TEXT        PRIMARY KEY CHECK (sender_comp_id ~ '^[A-Z0-9][A-Z0-9-]{1,31}$'),
  messages_per_second INTEGER     CHECK (messages_per_second BETWEEN 1 AND 1000000),
  begin_strings       TEXT[]      NOT NULL DEFAULT '{}' CHECK (begin_strings <@ ARRAY['FIX.4.4', 'FIXT.1.1']),
  on_disconnect       TEXT        NOT NULL DEFAULT 'QUOTES' CHECK (on_disconnect IN ('NOTHING', 'QUOTES', 'ORDERS_AND_QUOTES')),
  enabled             BOOLEAN     NOT NULL DEFAULT true,
  changed_at          TIMESTAMPTZ NOT NULL
);
CREATE TRIGGER bump AFTER INSERT OR UPDATE OR DELETE ON identity.fix_session
  FOR EACH STATEMENT EXECUTE FUNCTION identity.bump_revision();
