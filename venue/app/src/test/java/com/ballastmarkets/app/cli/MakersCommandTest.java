package com.ballastmarkets.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.domain.account.AccountKind;
import com.ballastmarkets.domain.account.SystemAccounts;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.command.MakerReward;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.FeeSchedule;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.instrument.TickTable;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.engine.Exchange;
import com.ballastmarkets.protocol.port.JournalEntry;
import com.ballastmarkets.reports.audit.AuditExport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A week's rewards, computed again from the audit export alone. */
class MakersCommandTest {
  private static final long ONE = 2_001;
  private static final long TWO = 2_002;
  private static final String REFERENCE = "makers/2026-W48/binary/suez";

  @TempDir private Path folder = Path.of("");
  private final Exchange exchange = new Exchange();
  private final List<JournalEntry> journal = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-23T00:00:00Z");

  private void apply(Command command) {
    exchange.apply(
        command,
        nanos(now),
        (time, event) ->
            journal.add(new JournalEntry(journal.size() + 1L, time, 1, 1, true, event)));
  }

  private static long nanos(Instant time) {
    return time.getEpochSecond() * 1_000_000_000L;
  }

  /** Two makers, one with twice the lots of the other, for a week; then the pool is paid. */
  private void weekThatPays(long one, long two) {
    apply(
        new Command.ListMarket(
            new Instrument(
                1,
                "suez-2026w49",
                "Suez",
                new Contract.Binary(),
                "suez",
                nanos(Instant.parse("2026-11-30T00:00:00Z")),
                nanos(Instant.parse("2026-12-07T00:00:00Z")),
                TickTable.uniform(0, 10_000),
                FeeSchedule.FREE,
                850_000,
                1_000,
                1_000,
                "0".repeat(64))));
    apply(new Command.OpenMarket(1));
    apply(new Command.Deposit(SystemAccounts.HOUSE, 20_000_000, "capital"));
    quotes(ONE, 100);
    quotes(TWO, 200);
    now = now.plus(Duration.ofDays(7));
    apply(
        new Command.PayMakerRewards(
            REFERENCE, List.of(new MakerReward(ONE, one), new MakerReward(TWO, two))));
  }

  private void quotes(long account, long lots) {
    apply(new Command.OpenAccount(account, account, AccountKind.CLIENT, 10));
    apply(new Command.Deposit(account, 1_000_000_000, "deposit-" + account));
    for (Side side : Side.values()) {
      apply(
          new Command.PlaceOrder(
              OrderTicket.of(account, 1, side, lots)
                  .limit(850_000 - side.sign() * 10_000)
                  .build()));
    }
  }

  private int makers(String week) throws IOException {
    AuditExport.write("Ballast", journal.iterator(), folder.resolve("export"));
    return Ballast.run("makers", "--journal", folder.resolve("export").toString(), "--week", week);
  }

  @Test
  void whatWasPaidInProportionAgrees() throws IOException {
    weekThatPays(3_333_333, 6_666_667);
    assertThat(makers("2026-W48")).isZero();
  }

  @Test
  void aMicroOnTheWrongAccountDoesNot() throws IOException {
    weekThatPays(3_333_334, 6_666_666);
    assertThat(makers("2026-W48")).isEqualTo(1);
  }

  @Test
  void aWeekThatIsNoneIsNotUnderstood() throws IOException {
    weekThatPays(1, 1);
    assertThat(makers("2026-48")).isEqualTo(2);
  }
}
