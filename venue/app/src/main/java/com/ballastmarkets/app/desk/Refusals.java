package com.ballastmarkets.app.desk;

import com.ballastmarkets.api.error.ApiException;
import com.ballastmarkets.api.error.ErrorCode;
import com.ballastmarkets.backoffice.treasury.CommandRefusedException;
import com.ballastmarkets.backoffice.treasury.transfer.TransferRailException;
import java.util.Map;
import java.util.function.Supplier;

/** How the treasury's refusals are told to clients and staff. */
final class Refusals {
  private Refusals() {}

  /**
   * @throws ApiException the venue's refusal by its reason, the papers' in their words
   */
  static <T> T told(Supplier<T> work) {
    try {
      return work.get();
    } catch (CommandRefusedException e) {
      throw ApiException.of(e.reason(), Map.of());
    } catch (TransferRailException e) {
      throw ApiException.of(
          ErrorCode.TRANSFER_RAIL_UNAVAILABLE,
          ErrorCode.TRANSFER_RAIL_UNAVAILABLE.message(),
          Map.of("problem", String.valueOf(e.getMessage())));
    } catch (IllegalArgumentException e) {
      throw ApiException.of(ErrorCode.INVALID_REQUEST, String.valueOf(e.getMessage()));
    }
  }
}
