package com.ballastmarkets.backoffice.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.backoffice.ledger.TradingHistory.FillQuery;
import com.ballastmarkets.backoffice.ledger.TradingHistory.Order;
import com.ballastmarkets.backoffice.ledger.TradingHistory.OrderQuery;
import com.ballastmarkets.backoffice.ledger.TradingHistory.Status;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.FeeSchedule;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.instrument.TickTable;
import com.ballastmarkets.domain.order.CancelReason;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.sql.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same rows, whether an order's life falls into one batch or into many. */
class TradingHistoryTest {
  private static final Instant MIDNIGHT = Instant.parse("2025-03-15T00:00:00Z");

  private final TestDatabase database = TestDatabase.create();
  private final TradingHistory history = new TradingHistory(database.database());

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 1_000})
  void anOrderIsKeptThroughItsLife(int batchEvents) {
    OrderTicket resting =
        OrderTicket.of(1000, 1, Side.SELL, 10).limit(870_000).clOrdId("s\t1\\é\n").build();
    OrderTicket taking = OrderTicket.of(1001, 1, Side.BUY, 4).limit(870_000).build();
    read(
        new ScriptedJournal()
            .command(1, new Event.MarketListed(suez()))
            .command(10, new Event.OrderAccepted(1, resting))
            .command(
                20,
                new Event.OrderAccepted(2, taking),
                new Event.Trade(
                    1,
                    1,
                    870_000,
                    4,
                    new Event.Fill(1, 1000, Side.SELL, 0, 4, 6, 3_480_000),
                    new Event.Fill(2, 1001, Side.BUY, 7, 4, 0, 3_480_000),
                    false))
            .command(30, new Event.OrderReplaced(1, 1000, 1, "s-2", "s-1", 865_000, 0, 8, 4, false))
            .command(40, new Event.OrderCanceled(1, 1000, 1, "", 4, CancelReason.MARKET_EXPIRED))
            .command(
                50, new Event.OrderRejected(taking, RejectReason.INSUFFICIENT_BALANCE, 100, 85)),
        batchEvents);

    Order sold = history.order(1000, 1).orElseThrow();
    assertThat(sold.clOrdId()).isEqualTo("s-2");
    assertThat(sold.market()).isEqualTo("suez-apr2025");
    assertThat(sold.priceMicros()).isEqualTo(865_000);
    assertThat(sold.lots()).isEqualTo(8);
    assertThat(sold.filledLots()).isEqualTo(4);
    assertThat(sold.leavesLots()).isZero();
    assertThat(sold.filledValueMicros()).isEqualTo(3_480_000);
    assertThat(sold.status()).isEqualTo(Status.EXPIRED);
    assertThat(sold.cancelReason()).isEqualTo(CancelReason.MARKET_EXPIRED);
    assertThat(sold.createdAt()).isEqualTo(MIDNIGHT.plusSeconds(10));
    assertThat(sold.updatedAt()).isEqualTo(MIDNIGHT.plusSeconds(40));

    Order bought = history.order(1001, 2).orElseThrow();
    assertThat(bought.status()).isEqualTo(Status.FILLED);
    assertThat(bought.feeMicros()).isEqualTo(7);
    assertThat(history.order(1000, 2)).as("another account's order").isEmpty();

    assertThat(history.fills(fills(1001, 0)))
        .singleElement()
        .satisfies(fill -> {
          assertThat(fill.maker()).isFalse();
          assertThat(fill.priceMicros()).isEqualTo(870_000);
          assertThat(fill.lots()).isEqualTo(4);
          assertThat(fill.tradedAt()).isEqualTo(MIDNIGHT.plusSeconds(20));
        });
    assertThat(history.fills(fills(1000, 2))).isEmpty();
    assertThat(database.database().sql().fetchValue("SELECT reason FROM trading.rejected_order"))
        .isEqualTo("INSUFFICIENT_BALANCE");
  }

  @ParameterizedTest
  @ValueSource(ints = {1_000})
  void ordersComeInPagesNewestFirst(int batchEvents) {
    ScriptedJournal journal = new ScriptedJournal().command(1, new Event.MarketListed(suez()));
    for (int id = 1; id <= 5; id++) {
      journal.command(
          id,
          new Event.OrderAccepted(
              id, OrderTicket.of(1000, 1, Side.BUY, id).limit(500_000).clOrdId("c" + id).build()));
    }
    read(journal, batchEvents);

    assertThat(ids(null, null, Long.MAX_VALUE, 2)).containsExactly(5L, 4L);
    assertThat(ids(null, null, 4, 2)).containsExactly(3L, 2L);
    assertThat(ids(Status.OPEN, "c3", Long.MAX_VALUE, 9)).containsExactly(3L);
    assertThat(ids(Status.FILLED, null, Long.MAX_VALUE, 9)).isEmpty();
    assertThat(
            history.orders(
                new OrderQuery(
                    1000,
                    "suez-apr2025",
                    null,
                    null,
                    MIDNIGHT.plusSeconds(2),
                    MIDNIGHT.plusSeconds(4),
                    Long.MAX_VALUE,
                    9)))
        .extracting(Order::orderId)
        .containsExactly(3L, 2L);
  }

  private List<Long> ids(
      @Nullable Status status, @Nullable String clOrdId, long before, int limit) {
    return history
        .orders(
            new OrderQuery(
                1000,
                null,
                status,
                clOrdId,
                Instant.EPOCH,
                MIDNIGHT.plusSeconds(99),
                before,
                limit))
        .stream()
        .map(Order::orderId)
        .toList();
  }

  private static FillQuery fills(long account, long order) {
    return new FillQuery(
        account, "suez-apr2025", order, Instant.EPOCH, MIDNIGHT.plusSeconds(99), 9, 9);
  }

  private void read(ScriptedJournal journal, int batchEvents) {
    try (LedgerProjector projector =
        LedgerProjector.start(journal, database.database(), batchEvents)) {
      assertThat(projector.failure()).isEmpty();
    }
  }

  private static Instrument suez() {
    return new Instrument(
        1,
        "suez-apr2025",
        "Suez Canal Availability - April 2025",
        new Contract.Binary(),
        "suez",
        ScriptedJournal.MIDNIGHT,
        ScriptedJournal.MIDNIGHT + 1,
        TickTable.uniform(0, 5_000),
        FeeSchedule.FREE,
        870_000,
        1_000,
        1_000,
        "0".repeat(64));
  }
}
