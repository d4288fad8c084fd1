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
 * The whole program under load from REST and FIX clients, killed at random moments and started
 * again. After each start, what every client was told is held against what is there.
 *
 * <p>{@code -Dballast.kill.rounds} and {@code -Dballast.kill.seed} make it longer or repeat it.
 */
class KilledUnderLoadSimulation {
  private static final int ROUNDS = Integer.getInteger("ballast.kill.rounds", 3);
  private static final BigDecimal DEPOSITED = new BigDecimal("4000000");

  @TempDir private Path folder;

  @Test
  void nothingAcknowledgedIsLostOrDoneTwice() throws Exception {
    final long seed = Long.getLong("ballast.kill.seed", System.nanoTime());
    System.out.println("seed " + seed + ", " + ROUNDS + " kills");
    final Random random = new Random(seed);
    final Path data = Files.createDirectory(folder.resolve("data"));
    final List<Trader> traders = new ArrayList<>();
    final DropCopyWatcher copy =
        new DropCopyWatcher(2, Files.createDirectory(folder.resolve("copy")));
    for (int round = 0; round < ROUNDS; round++) {
      try (ChildVenue venue = ChildVenue.up(data, "--api-limit", "1000000")) {
        if (traders.isEmpty()) {
          traders.addAll(hire(venue, random));
        }
        copy.connect(venue);
        reckon(venue, traders);
        checkCopy(copy, traders);
        tradeAndKill(venue, traders, 20 + random.nextInt(1_500));
        copy.disconnect();
      }
    }
    try (ChildVenue venue = ChildVenue.up(data, "--api-limit", "1000000")) {
      copy.connect(venue);
      reckon(venue, traders);
      checkCopy(copy, traders);
      copy.disconnect();
      traders.forEach(Trader::disconnect);
    }
  }

  private static void checkCopy(DropCopyWatcher copy, List<Trader> traders) {
    for (Trader trader : traders) {
      if (trader.account() == copy.account()) {
        copy.check(trader.told());
      }
    }
  }

  private List<Trader> hire(ChildVenue venue, Random random) throws Exception {
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

  private static void tradeAndKill(ChildVenue venue, List<Trader> traders, int answers)
      throws Exception {
    final int before = answersSoFar(traders);
    final List<Thread> threads =
        traders.stream().map(trader -> Thread.ofPlatform().start(trader::trade)).toList();
    await()
        .pollInterval(Duration.ofMillis(1))
        .atMost(Duration.ofSeconds(60))
        .until(() -> answersSoFar(traders) >= before + answers);
    venue.kill();
    traders.forEach(Trader::stop);
    for (Thread thread : threads) {
      thread.join();
    }
    traders.forEach(Trader::disconnect);
    System.out.println("killed after " + (answersSoFar(traders) - before) + " answers");
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
    long lots = 0;
    int fills = 0;
    BigDecimal worth = BigDecimal.ZERO;
    for (Trader trader : traders) {
      try (RestClient client = venue.client(trader.account())) {
        final Reckoning reckoning = Reckoning.of(client);
        reckoning.check(trader.told());
        if (trader instanceof FixTrader fix) {
          await()
              .atMost(Duration.ofSeconds(30))
              .until(() -> {
                fix.drain();
                return fix.told().allFills().size() >= reckoning.fillCount();
              });
          reckoning.checkAllTold(fix.told());
        }
        fills += reckoning.fillCount();
        lots += reckoning.position();
        worth = worth.add(reckoning.worthAndFees());
      }
    }
    System.out.println(answersSoFar(traders) + " orders and " + fills + " fills are as told");
    assertThat(lots).as("long and short lots").isZero();
    assertThat(worth).as("worth and fees of all").isEqualByComparingTo(DEPOSITED);
  }
}
