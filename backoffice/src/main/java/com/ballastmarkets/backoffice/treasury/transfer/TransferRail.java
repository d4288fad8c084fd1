package com.ballastmarkets.backoffice.treasury.transfer;

import java.util.List;

/**
 * What carries transfers out of the venue: a custodian's file interface, or a chain. Used by many
 * threads.
 */
public interface TransferRail {

  /**
   * Hands a batch over. When this returns, the rail has it for good. It may be called again with
   * the same batch, after a crash or beside another call: the rail carries each transfer out once.
   *
   * @throws TransferRailException if the rail may not have it; it is called again
   */
  void submit(TransferOrder order);

  /**
   * All that is known by now of a batch that was handed over, in no order.
   *
   * @throws TransferRailException if the rail cannot be asked, or what it says cannot be read
   */
  List<TransferResult> results(String batch);
}
