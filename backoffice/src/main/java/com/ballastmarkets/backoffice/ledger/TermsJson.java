package com.ballastmarkets.backoffice.ledger;

import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.TickTable;
import java.util.stream.Collectors;

/** The terms of a contract as they stand in the market directory. Prices in micros. */
final class TermsJson {
  private TermsJson() {}

  static String of(Contract contract) {
    return switch (contract) {
      case Contract.Binary() -> "{}";
      case Contract.Index() -> "{}";
      case Contract.Option(int underlying, Contract.PutOrCall putOrCall, long strike) ->
          "{\"put_or_call\":\"%s\",\"strike_micros\":%d,\"underlying_market_id\":%d}"
              .formatted(putOrCall.name(), strike, underlying);
      case Contract.ConditionalSpread(int condition, boolean met, int legA, int legB) ->
          ("{\"condition_market_id\":%d,\"condition_met\":%b,"
                  + "\"leg_a_market_id\":%d,\"leg_b_market_id\":%d}")
              .formatted(condition, met, legA, legB);
      case Contract.Combo combo ->
          combo.legs().stream()
              .map(leg -> "{\"market_id\":%d,\"ratio\":%d}".formatted(leg.marketId(), leg.ratio()))
              .collect(Collectors.joining(",", "{\"legs\":[", "]}"));
    };
  }

  static String of(TickTable ticks) {
    return ticks.bands().stream()
        .map(band ->
            "{\"from_micros\":%d,\"tick_micros\":%d}"
                .formatted(band.fromMicros(), band.tickMicros()))
        .collect(Collectors.joining(",", "[", "]"));
  }
}
