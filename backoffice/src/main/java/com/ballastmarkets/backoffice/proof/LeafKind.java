package com.ballastmarkets.backoffice.proof;

/** What an entry of the log is. */
public enum LeafKind {
  RULES,
  SNAPSHOT,
  DISPUTE,
  RULING,
  OPERATOR_ACTION,
  SETTLEMENT
}
