package com.ballastmarkets.domain.order;

/** Why an order ended with size left. */
public enum CancelReason {
  /** Its owner asked. */
  REQUESTED,
  /** A mass cancel of its owner or of operations. */
  MASS_CANCEL,
  /** The session that placed it is gone. */
  DISCONNECT,
  /** IOC or market: the rest found no match. */
  IMMEDIATE_REST,
  /** FOK: not all of it could be filled at once. */
  NOT_FILLABLE,
  /** IOC with minimum quantity: less than that could be filled. */
  MINIMUM_NOT_MET,
  /** A match would have been with the same participant. */
  SELF_MATCH,
  /** DAY or GTD: its time is over. */
  EXPIRED,
  /** The market reached E. */
  MARKET_EXPIRED,
  /** It could neither trade inside the band nor rest. */
  BAND,
  /** Flagged to be cancelled when its market halts. */
  HALT,
  /** Its owner's kill switch. */
  KILL_SWITCH,
  /** It would no longer reduce the position. */
  REDUCE_ONLY,
  /** A forced liquidation cancels all open orders. */
  LIQUIDATION,
  /** Equity no longer covers it. */
  MARGIN,
  /** Market-maker protection tripped. */
  PROTECTION,
  /** A newer quote took its place. */
  QUOTE_REPLACED
}
