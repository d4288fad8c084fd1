package com.ballastmarkets.backoffice.treasury.transfer;

import java.util.List;

/**
 * What a rail is to carry out. It never changes once it exists.
 *
 * @param batch the batch's reference: the rail does each batch once
 */
public record TransferOrder(String batch, List<Transfer> transfers) {
  public TransferOrder {
    transfers = List.copyOf(transfers);
  }

  /**
   * One payment.
   *
   * @param reference unique for ever: the rail does each once
   * @param address {@code 0x} and 40 hex digits
   * @param amountMicros of USDC, above zero
   */
  public record Transfer(String reference, String address, long amountMicros) {}

  /** Of all transfers, in micro-USDC. */
  public long totalMicros() {
    return transfers.stream().mapToLong(Transfer::amountMicros).reduce(0, Math::addExact);
  }
}
