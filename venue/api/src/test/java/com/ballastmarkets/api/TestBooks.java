package com.ballastmarkets.api;

import com.ballastmarkets.api.ledger.BooksDesk;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Books of one deposit, with one break. */
final class TestBooks implements BooksDesk {
  private static final Break SHORT =
      new Break(7, "LEDGER_CUSTODY", "custody", BigDecimal.valueOf(500), BigDecimal.valueOf(483));
  private final List<Break> open = new ArrayList<>();
  private @Nullable Run last;

  @Override
  public List<TrialBalanceLine> trialBalance() {
    final BigDecimal micros = BigDecimal.valueOf(50_000_000_000L);
    return List.of(
        new TrialBalanceLine("1000", "USDC in custody", "asset", micros, BigDecimal.ZERO, micros),
        new TrialBalanceLine(
            "2000", "Client cash", "liability", BigDecimal.ZERO, micros, micros.negate()));
  }

  @Override
  public Statement statement(long accountId, LocalDate from, LocalDate to) {
    return new Statement(
        accountId,
        from,
        to,
        0,
        50_000_000_000L,
        List.of(
            new Movement(
                3,
                "2025-03-15T10:30:00Z",
                "DEPOSIT",
                "",
                0,
                0,
                "opening-alice",
                50_000_000_000L,
                50_000_000_000L)));
  }

  @Override
  public synchronized Run reconcile() {
    open.add(SHORT);
    last = new Run(7, "2025-03-15T10:30:00Z", 12, 9, List.of(SHORT));
    return last;
  }

  @Override
  public synchronized @Nullable Run lastRun() {
    return last;
  }

  @Override
  public synchronized List<Break> unexplained() {
    return List.copyOf(open);
  }

  @Override
  public synchronized void explain(
      long runId, String kind, String subject, long staffId, String explanation) {
    open.clear();
  }
}
