package com.ballastmarkets.oracle.formula;

import com.ballastmarkets.oracle.rules.ContractRules;
import com.ballastmarkets.oracle.telemetry.Observation;
import java.util.List;

/** How a contract's value follows from what was observed. */
public sealed interface SettlementFormula permits AvailabilityV1, CongestionIndexV1 {

  /**
   * Computes.
   *
   * @param used the {@linkplain ObservationSelection selected} observations
   * @param interruptions of the contract's place, known at the time of the snapshot
   * @throws IncompleteTelemetryException if there are too few observations
   */
  Computation compute(
      ContractRules rules, List<Observation> used, List<Interruption> interruptions);

  /** The formula that the rules name. */
  static SettlementFormula of(ContractRules rules) {
    return switch (rules.formula()) {
      case AVAILABILITY_V1 -> new AvailabilityV1();
      case CONGESTION_INDEX_V1 -> new CongestionIndexV1();
    };
  }
}
