package com.ballastmarkets.scenario;

import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.money.Micros;
import com.ballastmarkets.domain.order.CancelReason;

/** What a trader sees happen to its orders. */
sealed interface Sighting {
  /** A fill: {@code fill(400).at("0.87")}. */
  record Fill(long lots, long priceMicros) implements Sighting {
    @Override
    public String toString() {
      return "fill(" + lots + ").at(" + Micros.format(priceMicros) + ")";
    }
  }

  /** A fill of a combo order: {@code comboFill(400).at("0.10")}; its legs' fills come after it. */
  record ComboFill(long lots, long priceMicros) implements Sighting {
    @Override
    public String toString() {
      return "comboFill(" + lots + ").at(" + Micros.format(priceMicros) + ")";
    }
  }

  /** What is left of the last order in the book. */
  record Resting(long lots) implements Sighting {}

  record Canceled(long lots, CancelReason reason) implements Sighting {}

  record Rejected(RejectReason reason) implements Sighting {}

  static FillOf fill(long lots) {
    return new FillOf(lots);
  }

  static ComboFillOf comboFill(long lots) {
    return new ComboFillOf(lots);
  }

  static Resting resting(long lots) {
    return new Resting(lots);
  }

  static Canceled canceled(long lots, CancelReason reason) {
    return new Canceled(lots, reason);
  }

  static Rejected rejected(RejectReason reason) {
    return new Rejected(reason);
  }

  /** Half a sentence that ends with a price. */
  record FillOf(long lots) {
    Fill at(String price) {
      return new Fill(lots, Micros.parse(price));
    }
  }

  /** Half a sentence that ends with a price. */
  record ComboFillOf(long lots) {
    ComboFill at(String price) {
      return new ComboFill(lots, Micros.parse(price));
    }
  }
}
