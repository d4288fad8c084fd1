/**
 * From a listed contract to its last payment, and the papers about it.
 *
 * <pre>
 *   ContractBook ─ rules ─► ListMarket            journal ─► SettlementReader ─► settlement.market,
 *                                                                │               holdings, log leaves
 *   E + 24 h  SnapshotStep    observations ─ formula ─► leaf ─► PublishProvisional
 *   … E + 72 h  Papers        dispute, ruling (leaves once the venue has taken them)
 *   E + 72 h  FinalityStep    FinalizeMarket
 *   after     PublicationStep settlement record ─► leaf ─► checkpoint ─► bundle file
 * </pre>
 *
 * <p><b>What is synthetic.</b> A sandbox settles on made-up telemetry. The contract says so from
 * its draft on, the snapshot and the settlement record carry a {@code synthetic} flag, and {@link
 * com.ballastmarkets.backoffice.settlement.SettlementArchive} hands it to every page and report.
 */
@NullMarked
package com.ballastmarkets.backoffice.settlement;

import org.jspecify.annotations.NullMarked;
