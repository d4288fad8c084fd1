package com.ballastmarkets.reports.desk;

import static com.ballastmarkets.sql.generated.ledger.Tables.JOURNAL;
import static com.ballastmarkets.sql.generated.ledger.Tables.POSTING;
import static com.ballastmarkets.sql.generated.trading.Tables.FILL;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import com.ballastmarkets.domain.event.CashReason;
import com.ballastmarkets.domain.money.Micros;
import com.ballastmarkets.reports.UntiedReportException;
import com.ballastmarkets.reports.settlement.Payout;
import com.ballastmarkets.sql.generated.identity.Tables;
import com.ballastmarkets.sql.generated.identity.tables.Account;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Field;

/**
 * What a market brought each account: lots and entry value from its fills, payments and fees from
 * the ledger. The fees that the fills were told must be those that the ledger took.
 */
final class PayoutQuery {
  private static final Account ACCOUNT = Tables.ACCOUNT;
  private static final com.ballastmarkets.sql.generated.ledger.tables.Account BOOK =
      com.ballastmarkets.sql.generated.ledger.Tables.ACCOUNT;

  private final DSLContext sql;

  PayoutQuery(DSLContext sql) {
    this.sql = sql;
  }

  private record Fills(long lots, long entryMicros, long feesMicros) {
    static final Fills NONE = new Fills(0, 0, 0);
  }

  List<Payout> of(int marketId) {
    final Map<Long, Fills> fills = fills(marketId);
    final Map<Long, Map<CashReason, Long>> paid = paid(marketId);
    paid.keySet().forEach(account -> fills.putIfAbsent(account, Fills.NONE));
    final Map<Long, String> names =
        sql.select(ACCOUNT.ACCOUNT_ID, ACCOUNT.NAME)
            .from(ACCOUNT)
            .where(ACCOUNT.ACCOUNT_ID.in(fills.keySet()))
            .fetchMap(ACCOUNT.ACCOUNT_ID, ACCOUNT.NAME);
    final List<Payout> payouts = new ArrayList<>();
    fills.forEach((account, traded) ->
        payouts.add(
            payout(
                account,
                names.getOrDefault(account, "Account " + account),
                traded,
                paid.getOrDefault(account, Map.of()))));
    return payouts;
  }

  private static Payout payout(
      long account, String name, Fills traded, Map<CashReason, Long> paid) {
    final long fees = Math.negateExact(paid.getOrDefault(CashReason.FEE, 0L));
    if (fees != traded.feesMicros()) {
      throw new UntiedReportException(
          "the ledger took fees of %s USDC from account %d and its fills say %s"
              .formatted(
                  Micros.formatMoney(fees), account, Micros.formatMoney(traded.feesMicros())));
    }
    return new Payout(
        account,
        name,
        traded.lots(),
        traded.entryMicros(),
        paid.getOrDefault(CashReason.VARIATION, 0L),
        Math.addExact(
            paid.getOrDefault(CashReason.SETTLEMENT, 0L),
            paid.getOrDefault(CashReason.VOID_REVERSAL, 0L)),
        fees);
  }

  private Map<Long, Fills> fills(int marketId) {
    final Field<Long> signed = when(FILL.SIDE.eq("BUY"), FILL.LOTS).otherwise(FILL.LOTS.neg());
    final Field<BigDecimal> lots = sum(signed);
    final Field<BigDecimal> entry =
        sum(signed.cast(BigDecimal.class).mul(FILL.PRICE_MICROS.cast(BigDecimal.class)));
    final Field<BigDecimal> fees = sum(FILL.FEE_MICROS);
    final Map<Long, Fills> fills = new TreeMap<>();
    sql.select(FILL.ACCOUNT_ID, lots, entry, fees)
        .from(FILL)
        .where(FILL.MARKET_ID.eq(marketId))
        .groupBy(FILL.ACCOUNT_ID)
        .forEach(row ->
            fills.put(
                row.get(FILL.ACCOUNT_ID),
                new Fills(
                    row.get(lots).longValueExact(),
                    row.get(entry).longValueExact(),
                    row.get(fees).longValueExact())));
    return fills;
  }

  private Map<Long, Map<CashReason, Long>> paid(int marketId) {
    final Field<BigDecimal> debits = sum(POSTING.AMOUNT_MICROS);
    final Map<Long, Map<CashReason, Long>> paid = new TreeMap<>();
    sql.select(BOOK.ACCOUNT_ID, JOURNAL.REASON, debits)
        .from(POSTING)
        .join(JOURNAL)
        .on(JOURNAL.SEQUENCE.eq(POSTING.SEQUENCE))
        .join(BOOK)
        .on(BOOK.LEDGER_ACCOUNT.eq(POSTING.LEDGER_ACCOUNT))
        .where(POSTING.MARKET_ID.eq(marketId))
        .and(BOOK.ACCOUNT_ID.isNotNull())
        .groupBy(BOOK.ACCOUNT_ID, JOURNAL.REASON)
        .forEach(row ->
            paid.computeIfAbsent(row.get(BOOK.ACCOUNT_ID), _ -> new EnumMap<>(CashReason.class))
                .put(
                    CashReason.valueOf(row.get(JOURNAL.REASON)),
                    row.get(debits).negate().longValueExact()));
    return paid;
  }
}
