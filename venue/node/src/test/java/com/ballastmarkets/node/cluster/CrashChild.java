package com.ballastmarkets.node.cluster;

import com.ballastmarkets.domain.account.AccountKind;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.FeeSchedule;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.instrument.TickTable;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.domain.order.TimeInForce;
import com.ballastmarkets.protocol.port.JournalEntry;
import com.ballastmarkets.protocol.port.VenuePort;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The process that is killed: a node under load. It says on its standard output, unbuffered, what
 * it was told, so that whoever reads it knows no more and no less than a client would.
 *
 * <pre>
 *   READY                       commands are taken
 *   ACK first last hash         a command's answer was received: these entries
 * </pre>
 */
public final class CrashChild {
  static final int ACCOUNTS = 4;
  static final int MARKET = 7;
  private static final int WINDOW = 128;
  private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);

  private CrashChild() {}

  /**
   * @param args data folder, round, seed
   */
  public static void main(String[] args) throws Exception {
    final long round = Long.parseLong(args[1]);
    final Random random = new Random(Long.parseLong(args[2]) * 31 + round);
    final NodeConfig config = config(Path.of(args[0]));
    final VenueNode node = VenueNode.start(config);
    final VenuePort port = node.connect();
    prepare(port);
    say("READY");
    if (random.nextInt(3) == 0) {
      final long after = random.nextInt(1_500);
      Thread.ofPlatform().daemon().start(() -> snapshotAfter(node, after));
    }
    load(port, round, random);
  }

  static NodeConfig config(Path dataDir) {
    return NodeConfig.in(dataDir).withTermLength(1 << 18).withMinFreeBytes(1 << 20);
  }

  private static void snapshotAfter(VenueNode node, long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
      node.snapshot();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Sent again in every round: whatever is there already is answered as before. */
  private static void prepare(VenuePort port) throws Exception {
    final List<CompletableFuture<List<JournalEntry>>> calls = new ArrayList<>();
    for (int i = 0; i < ACCOUNTS; i++) {
      calls.add(port.call(new Command.OpenAccount(1_000 + i, 10 + i, AccountKind.CLIENT, 1)));
      calls.add(port.call(new Command.Deposit(1_000 + i, 50_000_000_000L, "seed-" + i)));
    }
    calls.add(port.call(new Command.ListMarket(market())));
    calls.add(port.call(new Command.OpenMarket(MARKET)));
    for (final CompletableFuture<List<JournalEntry>> call : calls) {
      acknowledge(call.get(60, TimeUnit.SECONDS));
    }
  }

  private static Instrument market() {
    return new Instrument(
        MARKET,
        "suez-crash",
        "Suez Canal Availability",
        new Contract.Binary(),
        "suez",
        0,
        TimeUnit.DAYS.toNanos(36_500),
        TickTable.uniform(0, 10_000),
        new FeeSchedule(FeeSchedule.Basis.PROBABILITY, 0, 70_000),
        500_000,
        1_000,
        1_000_000,
        "0123456789abcdef".repeat(4));
  }

  private static void load(VenuePort port, long round, Random random) throws Exception {
    final Semaphore window = new Semaphore(WINDOW);
    for (long i = 0; ; i++) {
      window.acquire();
      port.call(next(round + "-" + i, round, i, random))
          .whenComplete((answer, error) -> {
            window.release();
            if (answer != null) {
              acknowledge(answer);
            }
          });
    }
  }

  private static Command next(String id, long round, long i, Random random) {
    final long account = 1_000 + random.nextInt(ACCOUNTS);
    if (random.nextInt(10) == 0) {
      return new Command.Deposit(account, 1 + random.nextInt(1_000_000), "d-" + id);
    }
    if (random.nextInt(4) == 0) {
      final String earlier = round + "-" + random.nextLong(i + 1);
      return new Command.CancelOrder(account, 0, earlier, "c-" + id);
    }
    return new Command.PlaceOrder(
        OrderTicket.of(
                account,
                MARKET,
                random.nextBoolean() ? Side.BUY : Side.SELL,
                1 + random.nextInt(20))
            .clOrdId(id)
            .limit(500_000 + 10_000L * random.nextInt(-4, 5))
            .timeInForce(random.nextInt(5) == 0 ? TimeInForce.IOC : TimeInForce.GTC)
            .build());
  }

  private static void acknowledge(List<JournalEntry> answer) {
    say(
        "ACK "
            + answer.getFirst().sequence()
            + " "
            + answer.getLast().sequence()
            + " "
            + answer.toString().hashCode());
  }

  private static void say(String line) {
    try {
      OUT.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
