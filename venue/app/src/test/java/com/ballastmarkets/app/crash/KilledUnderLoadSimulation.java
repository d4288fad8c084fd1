package com.ballastmarkets.app.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ballastmarkets.app.ChildVenue;
import com.ballastmarkets.app.client.RestClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole program under load from REST and FIX clients. In the middle of bursts it is killed and
 * started again, or its FIX connections are cut. After each mishap, what every client was told is
 * held against what is there.
 *
 * <p>{@code -Dballast.kill.rounds} and {@code -Dballast.kill.seed} make it longer or repeat it.
 */
class KilledUnderLoadSimulation {
  private static final int ROUNDS = Integer.getInteger("ballast.kill.rounds", 2);
  private static final BigDecimal DEPOSITED = new BigDecimal("4000000");

  @TempDir private Path folder;

  @Test
  void nothingAcknowledgedIsLostOrDoneTwice() throws Exception {
    final long seed = Long.getLong("ballast.kill.seed", System.nanoTime());
    System.out.println("seed " + seed + ", " + ROUNDS + " mishaps");
    final Random random = new Random(seed);
    final int first = random.nextInt(Mishap.values().length);
    final Path data = Files.createDirectory(folder.resolve("data"));
    final List<Trader> traders = new ArrayList<>();
    try (Wire wire = new Wire()) {
      final DropCopyWatcher copy =
          new DropCopyWatcher(wire, 2, Files.createDirectory(folder.resolve("copy")));
      int round = 0;
      while (round <= ROUNDS) {
        try (ChildVenue venue = ChildVenue.up(data, "--api-limit", "1000000")) {
          wire.leadTo(venue.fixPort());
          if (traders.isEmpty()) {
            traders.addAll(hire(wire, venue, random));
          }
          boolean up = true;
          while (up && round <= ROUNDS) {
            copy.connect(venue);
            reckon(venue, traders);
            checkCopy(copy, traders);
            if (round < ROUNDS) {
              final Mishap mishap = Mishap.values()[(first + round) % Mishap.values().length];
              tradeThrough(mishap, wire, venue, traders, 20 + random.nextInt(1_500));
              up = mishap != Mishap.PROGRAM_KILLED;
            }
            copy.disconnect();
            round++;
          }
        }
      }
    }
    traders.forEach(Trader::disconnect);
  }

  private static void checkCopy(DropCopyWatcher copy, List<Trader> traders) {
    for (Trader trader : traders) {
      if (trader.account() == copy.account()) {
        copy.check(trader.told());
      }
    }
  }

  private List<Trader> hire(Wire wire, ChildVenue venue, Random random) throws Exception {
    try (RestClient client = venue.client(0)) {
      final JsonNode market = client.get("/v1/markets/" + aBinary(client)).ok();
      final String id = market.path("id").asText();
      final List<Trader> traders = new ArrayList<>();
      for (int account = 0; account < 4; account++) {
        final OrderFlow flow =
            new OrderFlow(
                random.nextLong(),
                "t" + account,
                market.path("reference_price").decimalValue(),
                market.path("tick_size").decimalValue());
        traders.add(
            account < 2
                ? new RestTrader(account, id, flow)
                : new FixTrader(
                    wire,
                    account,
                    account == 2 ? "FIX.4.4" : "FIXT.1.1",
                    id,
                    Files.createDirectory(folder.resolve("store" + account)),
                    flow));
      }
      return traders;
    }
  }

  private static String aBinary(RestClient client) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> !client.get("/v1/markets").body().path("markets").isEmpty());
    for (JsonNode market : client.get("/v1/markets").ok().path("markets")) {
      if (market.path("type").asText().equals("binary")) {
        return market.path("id").asText();
      }
    }
    throw new AssertionError("no binary market is listed");
  }

  private static void tradeThrough(
      Mishap mishap, Wire wire, ChildVenue venue, List<Trader> traders, int answers)
      throws Exception {
    final int before = answersSoFar(traders);
    final List<Thread> threads =
        traders.stream().map(trader -> Thread.ofPlatform().start(trader::trade)).toList();
    awaitAnswers(traders, before + answers);
    switch (mishap) {
      case PROGRAM_KILLED -> venue.kill();
      case WIRES_CUT -> wire.cut();
    }
    if (mishap != Mishap.PROGRAM_KILLED) {
      awaitAnswers(traders, answersSoFar(traders) + answers);
    }
    traders.forEach(Trader::stop);
    for (Thread thread : threads) {
      thread.join();
    }
    traders.forEach(Trader::disconnect);
    System.out.println(mishap + " among " + (answersSoFar(traders) - before) + " answers");
  }

  private static void awaitAnswers(List<Trader> traders, int answers) {
    await()
        .pollInterval(Duration.ofMillis(1))
        .atMost(Duration.ofSeconds(60))
        .until(() -> answersSoFar(traders) >= answers);
  }

  private static int answersSoFar(List<Trader> traders) {
    return traders.stream().mapToInt(trader -> trader.told().answersSoFar()).sum();
  }

  /** Connects everybody, and holds what they were told against what is there. */
  private static void reckon(ChildVenue venue, List<Trader> traders) throws Exception {
    for (Trader trader : traders) {
      trader.connect(venue);
    }
    for (Trader trader : traders) {
      if (trader instanceof FixTrader fix) {
        fix.settle();
      }
    }
    // The books follow the engine.
    await()
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(200))
        .ignoreExceptionsInstanceOf(IllegalStateException.class)
        .untilAsserted(() -> compare(venue, traders));
  }

  private static void compare(ChildVenue venue, List<Trader> traders) throws Exception {
    long lots = 0;
    int fills = 0;
    BigDecimal worth = BigDecimal.ZERO;
    for (Trader trader : traders) {
      if (trader instanceof FixTrader fix) {
        fix.drain();
      }
      try (RestClient client = venue.client(trader.account())) {
        final Reckoning reckoning = Reckoning.of(client);
        reckoning.check(trader.told());
        if (trader instanceof FixTrader) {
          reckoning.checkAllTold(trader.told());
        }
        fills += reckoning.fillCount();
        lots += reckoning.position();
        worth = worth.add(reckoning.worthAndFees());
      }
    }
    assertThat(lots).as("long and short lots").isZero();
    assertThat(worth).as("worth and fees of all").isEqualByComparingTo(DEPOSITED);
    System.out.println(answersSoFar(traders) + " orders and " + fills + " fills are as told");
  }
}
