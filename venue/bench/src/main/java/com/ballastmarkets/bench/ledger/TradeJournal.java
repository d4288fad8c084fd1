package com.ballastmarkets.bench.ledger;

import com.ballastmarkets.domain.account.AccountKind;
import com.ballastmarkets.domain.account.SystemAccounts;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.event.CashReason;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.FeeSchedule;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.instrument.TickTable;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.protocol.port.JournalEntry;
import com.ballastmarkets.protocol.port.JournalFeed;
import com.ballastmarkets.protocol.port.JournalReader;
import com.ballastmarkets.protocol.port.VenuePort;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A journal of nothing but trades with a fee, told as fast as the reader takes it: two orders, a
 * trade, the fee's two movements, positions and accounts of both sides.
 */
final class TradeJournal implements VenuePort {
  /** What the ledger makes of one trade: 2 orders, 2 fills, a journal and its 2 lines. */
  static final int ROWS_PER_TRADE = 7;

  private static final long START = 1_767_571_200_000_000_000L;
  private static final int ACCOUNTS = 1_000;
  private static final long PRICE = 500_000;
  private static final long LOTS = 10;
  private static final long FEE = 25_000;

  private final int trades;
  private final long[] cash = new long[ACCOUNTS];
  private long firstTrade;
  private long sequence;
  private long houseCash;

  /**
   * @param trades how many are told at each reading
   */
  TradeJournal(int trades) {
    this.trades = trades;
  }

  @Override
  public JournalFeed read(long afterSequence, String readerName, JournalReader reader) {
    if (sequence == 0) {
      tell(reader, START, true, new Event.MarketListed(market()));
      for (int i = 0; i < ACCOUNTS; i++) {
        tell(reader, START, true, new Event.AccountOpened(1_000 + i, i, AccountKind.CLIENT, 1));
      }
    }
    for (int i = 0; i < trades; i++) {
      tell(firstTrade + i, reader);
    }
    firstTrade += trades;
    reader.onIdle(sequence);
    return new Told(sequence);
  }

  private record Told(long position) implements JournalFeed {
    @Override
    public boolean isFailed() {
      return false;
    }

    @Override
    public void close() {
      // Everything was told already.
    }
  }

  private void tell(long trade, JournalReader reader) {
    final long time = START + trade * 1_000;
    final long maker = 1_000 + trade % ACCOUNTS;
    final long taker = 1_000 + (trade * 7 + 1) % ACCOUNTS;
    final long makerOrder = 2 * trade + 1;
    final long takerOrder = 2 * trade + 2;
    final String tradeId = Long.toString(trade + 1);
    cash[(int) (taker - 1_000)] -= FEE;
    houseCash += FEE;
    tell(reader, time, true, new Event.OrderAccepted(makerOrder, ticket(maker, Side.BUY)));
    tell(reader, time, false, new Event.OrderAccepted(takerOrder, ticket(taker, Side.SELL)));
    tell(
        reader,
        time,
        false,
        new Event.CashMoved(
            taker, CashReason.FEE, -FEE, 1, LOTS, PRICE, tradeId, cash[(int) (taker - 1_000)]));
    tell(
        reader,
        time,
        false,
        new Event.CashMoved(
            SystemAccounts.HOUSE, CashReason.FEE, FEE, 1, LOTS, PRICE, tradeId, houseCash));
    tell(
        reader,
        time,
        false,
        new Event.Trade(
            trade + 1,
            1,
            PRICE,
            LOTS,
            new Event.Fill(makerOrder, maker, Side.BUY, 0, LOTS, 0, PRICE * LOTS),
            new Event.Fill(takerOrder, taker, Side.SELL, FEE, LOTS, 0, PRICE * LOTS),
            false));
    tell(reader, time, false, new Event.PositionUpdated(maker, 1, LOTS, PRICE, PRICE, 0));
    tell(reader, time, true, new Event.PositionUpdated(taker, 1, -LOTS, -PRICE, -PRICE, 0));
  }

  private static Instrument market() {
    return new Instrument(
        1,
        "bench",
        "bench",
        new Contract.Binary(),
        "bench",
        START,
        START + 604_800_000_000_000L,
        TickTable.uniform(0, 10_000),
        FeeSchedule.FREE,
        PRICE,
        1_000_000,
        1_000_000,
        "0".repeat(64));
  }

  private static OrderTicket ticket(long account, Side side) {
    return OrderTicket.of(account, 1, side, LOTS).limit(PRICE).build();
  }

  private void tell(JournalReader reader, long time, boolean last, Event event) {
    reader.onEntry(new JournalEntry(++sequence, time, 0, 0, last, event));
  }

  @Override
  public long sourceId() {
    return 1;
  }

  @Override
  public long nextCorrelationId() {
    throw new UnsupportedOperationException("it takes no commands");
  }

  @Override
  public void submit(long correlationId, Command command) {
    throw new UnsupportedOperationException("it takes no commands");
  }

  @Override
  public CompletableFuture<List<JournalEntry>> call(Command command) {
    throw new UnsupportedOperationException("it takes no commands");
  }

  @Override
  public long venueTimeNanos() {
    return START;
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
