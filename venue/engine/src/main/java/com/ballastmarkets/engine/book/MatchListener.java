package com.ballastmarkets.engine.book;

/** Decides on matches and hears of them. */
public interface MatchListener {

  /** What to do with the resting order that is next in line. */
  enum Verdict {
    /** Trade with it. */
    TRADE,
    /** The listener has changed the book, the incoming order or both: look again. */
    RETRY,
    /** The incoming order matches no further. */
    STOP
  }

  /**
   * Called before every match. A listener that answers {@link Verdict#RETRY} has changed something,
   * so that the same question is not asked for ever.
   */
  Verdict beforeMatch(RestingOrder maker, RestingOrder taker);

  /**
   * Two orders have matched; their open lots are reduced already. A maker that is filled has left
   * the book.
   *
   * @param price the maker's
   */
  void onMatch(RestingOrder maker, RestingOrder taker, long price, long lots);
}
