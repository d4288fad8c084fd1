-- What stands behind the insurance fund: the members' contributions and the house's tranche.
INSERT INTO ledger.chart (code, name, class, normal_side, held_per) VALUES
  ('3200', 'Default fund',  'EQUITY', 'CREDIT', 'VENUE'),
  ('3300', 'House tranche', 'EQUITY', 'CREDIT', 'VENUE');

INSERT INTO trading.balance VALUES
  (4, 1, 'DEFAULT_FUND',  1, false, 0, 0, 0, 0, 'epoch', 0),
  (5, 1, 'HOUSE_TRANCHE', 1, false, 0, 0, 0, 0, 'epoch', 0);
