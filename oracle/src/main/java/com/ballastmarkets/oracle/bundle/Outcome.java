package com.ballastmarkets.oracle.bundle;

import com.ballastmarkets.oracle.json.CanonicalJson;
import com.ballastmarkets.oracle.json.Fields;
import com.ballastmarkets.oracle.json.MalformedJsonException;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** How a market ended. */
public sealed interface Outcome {

  /** It was paid at a value, in micro-USDC per lot. */
  record Settled(long valueMicros) implements Outcome {}

  /** It is as if it had not traded. */
  record Voided() implements Outcome {}

  /**
   * {@code {"state":"FINAL","value_micros":"0"}} or {@code {"state":"VOID","value_micros":null}}.
   */
  default ObjectNode toJson() {
    return switch (this) {
      case Settled settled ->
          CanonicalJson.object()
              .put("state", "FINAL")
              .put("value_micros", Long.toString(settled.valueMicros()));
      case Voided voided -> CanonicalJson.object().put("state", "VOID").putNull("value_micros");
    };
  }

  /** Reads the object and nothing more. */
  static Outcome read(Fields json) {
    String state = json.text("state");
    Outcome outcome;
    if (state.equals("FINAL")) {
      outcome = new Settled(json.micros("value_micros"));
    } else if (state.equals("VOID") && json.any("value_micros").isNull()) {
      outcome = new Voided();
    } else {
      throw new MalformedJsonException(json.path() + " is neither FINAL nor VOID");
    }
    json.end();
    return outcome;
  }
}
