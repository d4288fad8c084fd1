package com.ballastmarkets.bench.alloc;

import com.ballastmarkets.bench.engine.BenchVenue;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.domain.order.TimeInForce;
import com.ballastmarkets.engine.Exchange;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Commands with margin, positions and fees in one market of two accounts. What is counted beside
 * the engine's own: the command of a cancel or replace, which names an order, 32 and 56 bytes.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EngineAllocation {
  private static final long ALICE = BenchVenue.FIRST_ACCOUNT + 1;
  private static final long BOB = BenchVenue.FIRST_ACCOUNT + 2;
  private static final long BID = 480_000;

  private final Command bid = order(ALICE, Side.BUY, BID, TimeInForce.GTC);
  private final Command offer = order(BOB, Side.SELL, 520_000, TimeInForce.GTC);
  private final Command sale = order(BOB, Side.SELL, 450_000, TimeInForce.IOC);
  private final Command purchase = order(ALICE, Side.BUY, 550_000, TimeInForce.IOC);

  private Exchange exchange = new Exchange();
  private long timeNanos;
  private long orders;
  private long events;
  private long movedOrder;
  private boolean up;

  /** Kept, so that no event can be left out by the compiler. */
  Event last = new Event.NothingToDo();

  /** Opens the venue, with one order that {@link #replace} moves. */
  @Setup
  public void open() {
    exchange = new Exchange();
    timeNanos = 1_767_571_200_000_000_000L;
    orders = 0;
    BenchVenue.preparation(4, 1).forEach(this::apply);
    apply(bid);
    movedOrder = orders;
  }

  /** An order rests and is cancelled: the mean of the two commands. */
  @Benchmark
  @OperationsPerInvocation(2)
  public long placeAndCancel() {
    apply(offer);
    apply(new Command.CancelOrder(BOB, orders, "", ""));
    return events;
  }

  /** A resting order moves to another price and back. */
  @Benchmark
  public long replace() {
    up = !up;
    final long price = up ? BID + BenchVenue.TICK : BID;
    apply(new Command.ReplaceOrder(ALICE, movedOrder, "", "", price, 0, 1));
    return events;
  }

  /** An order rests and is bought, another is sold to: the mean of four commands, two trades. */
  @Benchmark
  @OperationsPerInvocation(4)
  public long trade() {
    apply(offer);
    apply(purchase);
    apply(bid);
    apply(sale);
    return events;
  }

  private static Command order(long account, Side side, long price, TimeInForce timeInForce) {
    return new Command.PlaceOrder(
        OrderTicket.of(account, BenchVenue.FIRST_MARKET, side, 1)
            .limit(price)
            .timeInForce(timeInForce)
            .build());
  }

  private void apply(Command command) {
    timeNanos += 1_000;
    exchange.apply(command, timeNanos, this::count);
  }

  private void count(long time, Event event) {
    events++;
    last = event;
    if (event instanceof Event.OrderAccepted(var orderId, _)) {
      orders = orderId;
    } else if (event instanceof Event.OrderRejected || event instanceof Event.ReplaceRejected) {
      throw new IllegalStateException("refused: " + event);
    }
  }
}
