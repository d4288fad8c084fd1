package com.ballastmarkets.backoffice.settlement;

import com.ballastmarkets.domain.instrument.TickTable;
import com.ballastmarkets.oracle.rules.Baseline;
import com.ballastmarkets.oracle.rules.Window;
import com.ballastmarkets.oracle.telemetry.VesselClass;
import org.jspecify.annotations.Nullable;

/**
 * What a contract is to be, before its terms are filled in.
 *
 * @param symbol {@code suez-apr2025}
 * @param type {@code binary} or {@code index}
 * @param place id of a listed place
 * @param ticks null for the type's default
 * @param referencePriceMicros null for the type's default
 * @param baseline null for the type's default
 * @param vesselClass null for all vessels
 */
public record ContractDraft(
    String symbol,
    String name,
    String type,
    String place,
    Window window,
    @Nullable TickTable ticks,
    @Nullable Long referencePriceMicros,
    @Nullable Baseline baseline,
    @Nullable VesselClass vesselClass) {

  /** With every default. */
  public static ContractDraft plain(
      String symbol, String name, String type, String place, Window window) {
    return new ContractDraft(symbol, name, type, place, window, null, null, null, null);
  }
}
