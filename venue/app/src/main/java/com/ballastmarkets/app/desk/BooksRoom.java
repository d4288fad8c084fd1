package com.ballastmarkets.app.desk;

import com.ballastmarkets.api.ledger.BooksDesk;
import com.ballastmarkets.backoffice.ledger.Books;
import com.ballastmarkets.backoffice.reconciliation.Reconciliation;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The API's view of the books. */
public final class BooksRoom implements BooksDesk {
  private final Books books;
  private final Reconciliation reconciliation;
  private final InstantSource venueClock;

  public BooksRoom(Books books, Reconciliation reconciliation, InstantSource venueClock) {
    this.books = books;
    this.reconciliation = reconciliation;
    this.venueClock = venueClock;
  }

  @Override
  public List<TrialBalanceLine> trialBalance() {
    return books.trialBalance().stream()
        .map(line ->
            new TrialBalanceLine(
                line.code(),
                line.name(),
                line.accountClass().toLowerCase(Locale.ROOT),
                line.debitMicros(),
                line.creditMicros(),
                line.balanceMicros()))
        .toList();
  }

  @Override
  public Statement statement(long accountId, LocalDate from, LocalDate to) {
    final Books.Statement statement = books.statement(accountId, from, to);
    return new Statement(
        accountId,
        from,
        to,
        statement.openingMicros(),
        statement.closingMicros(),
        statement.movements().stream().map(BooksRoom::shown).toList());
  }

  private static Movement shown(Books.Movement movement) {
    return new Movement(
        movement.sequence(),
        movement.time().toString(),
        movement.reason().name(),
        movement.market(),
        movement.lots(),
        movement.priceMicros(),
        movement.reference(),
        movement.amountMicros(),
        movement.balanceMicros());
  }

  @Override
  public Run reconcile() {
    return shown(reconciliation.run(venueClock.instant()));
  }

  @Override
  public @Nullable Run lastRun() {
    return reconciliation.lastRun().map(BooksRoom::shown).orElse(null);
  }

  @Override
  public List<Break> unexplained() {
    return reconciliation.unexplained().stream()
        .map(each -> shown(each.runId(), each.found()))
        .toList();
  }

  @Override
  public void explain(long runId, String kind, String subject, long staffId, String explanation) {
    reconciliation.explain(
        runId,
        Reconciliation.Kind.valueOf(kind),
        subject,
        staffId,
        explanation,
        venueClock.instant());
  }

  private static Run shown(Reconciliation.Result run) {
    return new Run(
        run.runId(),
        run.at().toString(),
        run.sequence(),
        run.compared(),
        run.breaks().stream().map(found -> shown(run.runId(), found)).toList());
  }

  private static Break shown(long runId, Reconciliation.Break found) {
    return new Break(
        runId, found.kind().name(), found.subject(), found.expectedMicros(), found.foundMicros());
  }
}
