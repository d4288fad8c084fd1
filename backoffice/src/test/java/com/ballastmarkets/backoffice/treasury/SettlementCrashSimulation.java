package com.ballastmarkets.backoffice.treasury;

import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.backoffice.treasury.SettlementBatch.State;
import com.ballastmarkets.backoffice.treasury.transfer.TransferOrder;
import com.ballastmarkets.backoffice.treasury.transfer.TransferRail;
import com.ballastmarkets.backoffice.treasury.transfer.TransferResult;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.protocol.port.JournalEntry;
import com.ballastmarkets.protocol.port.JournalFeed;
import com.ballastmarkets.protocol.port.JournalReader;
import com.ballastmarkets.protocol.port.VenuePort;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The run dies at random places, before and after what it does to the rail, the papers and the
 * engine, and is started again: each transfer is carried out once, and all comes to the same end.
 */
class SettlementCrashSimulation {
  @TempDir Path folder;

  /** The end of the process, as far as the run can tell. */
  private static final class Death extends RuntimeException {
    @Override
    public synchronized Throwable fillInStackTrace() {
      return this;
    }
  }

  /** A rail and an engine that answer, unless they die before or after. */
  private record Dying(TransferRail rail, VenuePort port, Random random)
      implements TransferRail, VenuePort {

    private void mayDie() {
      if (random.nextInt(3) == 0) {
        throw new Death();
      }
    }

    @Override
    public void submit(TransferOrder order) {
      mayDie();
      rail.submit(order);
      mayDie();
    }

    /** In parts, each time others. */
    @Override
    public List<TransferResult> results(String batch) {
      mayDie();
      return rail.results(batch).stream().filter(result -> random.nextInt(3) > 0).toList();
    }

    @Override
    public CompletableFuture<List<JournalEntry>> call(Command command) {
      mayDie();
      CompletableFuture<List<JournalEntry>> answer = port.call(command);
      answer.join();
      mayDie();
      return answer;
    }

    @Override
    public long sourceId() {
      return port.sourceId();
    }

    @Override
    public long nextCorrelationId() {
      return port.nextCorrelationId();
    }

    @Override
    public void submit(long correlationId, Command command) {
      port.submit(correlationId, command);
    }

    @Override
    public JournalFeed read(long afterSequence, String readerName, JournalReader reader) {
      return port.read(afterSequence, readerName, reader);
    }

    @Override
    public long venueTimeNanos() {
      return port.venueTimeNanos();
    }

    @Override
    public void close() {
      // It is the ground's.
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whateverDiesEachTransferIsCarriedOutOnce(long seed) {
    try (TreasuryGround ground = new TreasuryGround(folder.resolve("seed-" + seed))) {
      ground.deposits().give(ground.account(), 500, "faucet-1");
      Random random = new Random(seed);
      Dying dying = new Dying(ground.rail(), ground.port(), random);
      long leaves = 0;
      for (int i = 0; i < 6; i++) {
        boolean fails = random.nextInt(3) == 0;
        leaves += fails ? 0 : 10 + i;
        ground.approvedWithdrawal(
            10 + i, "k-" + i, fails ? TreasuryGround.DEAD_END : TreasuryGround.WALLET);
        runs(ground, dying);
      }
      for (int i = 0; i < 60; i++) {
        ground.custodianAnswers();
        runs(ground, dying);
      }
      ground.catchUp();

      List<SettlementBatch> batches = ground.batches().batches(null);
      assertThat(batches)
          .isNotEmpty()
          .allMatch(batch -> batch.state() == State.CONFIRMED || batch.state() == State.FAILED);
      assertThat(batches.stream().flatMap(batch -> batch.transfers().stream()))
          .extracting(SettlementBatch.Transfer::reference)
          .doesNotHaveDuplicates()
          .hasSize(6);
      assertThat(ground.sent()).hasSameSizeAs(batches);
      assertThat(ground.cashMicros()).isEqualTo(500 - leaves);
      assertThat(ground.breaks()).isEmpty();
    }
  }

  private static void runs(TreasuryGround ground, Dying dying) {
    try {
      new SettlementRun(ground.batches(), dying, dying).run(TreasuryGround.NOW);
    } catch (Death death) {
      // The next run is another process.
    }
  }
}
