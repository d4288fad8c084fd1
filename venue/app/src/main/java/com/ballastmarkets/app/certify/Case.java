package com.ballastmarkets.app.certify;

import java.io.IOException;

/**
 * One thing that is certified.
 *
 * @param point which of the eleven points of the certification it belongs to
 * @param title what must hold
 */
record Case(int point, String title, Body body) {
  /** What is done and checked. */
  @FunctionalInterface
  interface Body {
    void run(Script script) throws IOException;
  }
}
