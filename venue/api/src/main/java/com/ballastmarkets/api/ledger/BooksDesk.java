package com.ballastmarkets.api.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the ledger says. A call takes as long as its queries. Amounts are in micro-USDC. */
public interface BooksDesk {

  /**
   * @param code of the chart of accounts
   * @param accountClass {@code asset}, {@code liability}, {@code equity}, {@code income} or {@code
   *     expense}
   * @param balanceMicros debits less credits
   */
  record TrialBalanceLine(
      String code,
      String name,
      String accountClass,
      BigDecimal debitMicros,
      BigDecimal creditMicros,
      BigDecimal balanceMicros) {}

  /**
   * @param market symbol, or empty
   * @param lots 0 where there are none
   * @param priceMicros 0 where there is none
   * @param amountMicros what the account gained
   * @param balanceMicros its cash after it
   */
  record Movement(
      long sequence,
      String time,
      String reason,
      String market,
      long lots,
      long priceMicros,
      String reference,
      long amountMicros,
      long balanceMicros) {}

  /**
   * @param from first UTC day
   * @param to last UTC day
   */
  record Statement(
      long accountId,
      LocalDate from,
      LocalDate to,
      long openingMicros,
      long closingMicros,
      List<Movement> movements) {
    public Statement {
      movements = List.copyOf(movements);
    }
  }

  /** Two figures that should be one. */
  record Break(
      long runId, String kind, String subject, BigDecimal expectedMicros, BigDecimal foundMicros) {}

  /**
   * @param sequence the last engine event that the books contained
   * @param compared how many pairs of figures
   */
  record Run(long runId, String at, long sequence, int compared, List<Break> breaks) {
    public Run {
      breaks = List.copyOf(breaks);
    }
  }

  List<TrialBalanceLine> trialBalance();

  Statement statement(long accountId, LocalDate from, LocalDate to);

  /** Compares engine, ledger and custody now. */
  Run reconcile();

  /** The last comparison, or null if there was none. */
  @Nullable Run lastRun();

  /** Breaks of all runs that nobody has explained, the oldest first. */
  List<Break> unexplained();

  /** Adds an explanation to a break, which stays as it was found. */
  void explain(long runId, String kind, String subject, long staffId, String explanation);
}
