package com.ballastmarkets.api;

import com.ballastmarkets.api.auth.ApiCredentials;
import com.ballastmarkets.api.exemption.ExemptionDesk;
import com.ballastmarkets.api.fund.DisclosureDesk;
import com.ballastmarkets.api.fund.FundDesk;
import com.ballastmarkets.api.ledger.BooksDesk;
import com.ballastmarkets.api.maker.MakerDesk;
import com.ballastmarkets.api.order.OrderHistory;
import com.ballastmarkets.api.settlement.SettlementDesk;
import com.ballastmarkets.api.staff.StaffDesk;
import com.ballastmarkets.api.status.HealthCheck;
import com.ballastmarkets.api.treasury.SettlementBatchDesk;
import com.ballastmarkets.api.treasury.TreasuryDesk;
import java.util.List;

/**
 * What the server asks of the rest of the venue, beside its journal. Used by many threads; a call
 * may block for as long as a database query takes. An unexpected exception is answered with 500 and
 * harms nothing else.
 *
 * @param checks parts of the venue that {@code GET /v1/status} and {@code /v1/health} show
 */
public record ApiPorts(
    ApiCredentials credentials,
    OrderHistory history,
    SettlementDesk settlements,
    StaffDesk staff,
    TreasuryDesk treasury,
    SettlementBatchDesk batches,
    FundDesk funds,
    DisclosureDesk disclosure,
    BooksDesk books,
    ExemptionDesk exemptions,
    MakerDesk makers,
    List<HealthCheck> checks) {
  public ApiPorts {
    checks = List.copyOf(checks);
  }
}
