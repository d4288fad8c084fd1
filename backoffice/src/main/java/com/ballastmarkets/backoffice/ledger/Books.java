package com.ballastmarkets.backoffice.ledger;

import static com.ballastmarkets.sql.generated.ledger.Tables.DRIFT;
import static com.ballastmarkets.sql.generated.ledger.Tables.JOURNAL;
import static com.ballastmarkets.sql.generated.ledger.Tables.POSTING;
import static com.ballastmarkets.sql.generated.ledger.Tables.TRIAL_BALANCE;
import static com.ballastmarkets.sql.generated.market.Tables.INSTRUMENT;
import static com.ballastmarkets.sql.generated.trading.Tables.DAILY_POSITION;
import static org.jooq.impl.DSL.sum;

import com.ballastmarkets.domain.event.CashReason;
import com.ballastmarkets.sql.Database;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;

/** What the ledger says. Safe for use by many threads. */
public final class Books {
  private final DSLContext sql;

  public Books(Database database) {
    this.sql = database.sql();
  }

  /**
   * A line of the trial balance.
   *
   * @param code of the chart of accounts
   * @param accountClass ASSET, LIABILITY, EQUITY, INCOME or EXPENSE
   * @param balanceMicros debits less credits
   */
  public record TrialBalanceLine(
      String code,
      String name,
      String accountClass,
      BigDecimal debitMicros,
      BigDecimal creditMicros,
      BigDecimal balanceMicros) {}

  /**
   * A movement of an account's cash.
   *
   * @param sequence of the engine event that caused it
   * @param market symbol of the market that caused it; empty if none did
   * @param lots the signed position that variation was paid on, or the lots of a fee's fill, else 0
   * @param priceMicros the mark, the settlement value or the fill's price, else 0
   * @param reference of a deposit or withdrawal, trade of a fee, dispute of a bond; else empty
   * @param amountMicros signed: what the account gained
   * @param balanceMicros the account's cash after it
   */
  public record Movement(
      long sequence,
      Instant time,
      CashReason reason,
      String market,
      long lots,
      long priceMicros,
      String reference,
      long amountMicros,
      long balanceMicros) {}

  /**
   * An account's cash over a period of UTC days, tied from the opening to the closing balance.
   *
   * @param from first day, inclusive
   * @param to last day, inclusive
   */
  public record Statement(
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

  /** An open position at the end of a UTC day, after its variation. */
  public record ClosingPosition(
      long accountId,
      int marketId,
      String market,
      String name,
      long lots,
      long costMicros,
      long markMicros) {}

  /** Every line of the chart, also those at zero. Debits equal credits, always. */
  public List<TrialBalanceLine> trialBalance() {
    return sql.selectFrom(TRIAL_BALANCE)
        .orderBy(TRIAL_BALANCE.CODE)
        .fetch(row ->
            new TrialBalanceLine(
                row.getCode(),
                row.getName(),
                row.getClass_(),
                row.getDebitMicros(),
                row.getCreditMicros(),
                row.getBalanceMicros()));
  }

  /** Accounts of the books whose balance is not the sum of their postings: none, always. */
  public List<String> drifted() {
    return sql.select(DRIFT.LEDGER_ACCOUNT).from(DRIFT).fetch(DRIFT.LEDGER_ACCOUNT);
  }

  /** What the venue owes an account: its cash, withdrawals in flight included. */
  public long cashMicros(long accountId) {
    return owed(ofAccount(accountId));
  }

  /**
   * A client account's movements in a period. Reservations of withdrawals are no movements: the
   * cash is the account's until it leaves.
   */
  public Statement statement(long accountId, LocalDate from, LocalDate to) {
    long opening = owed(ofAccount(accountId).and(JOURNAL.BUSINESS_DATE.lt(from)));
    List<Movement> movements = new ArrayList<>();
    long balance = opening;
    for (Record row : movementRows(accountId, from, to)) {
      long gain = Math.negateExact(row.get(POSTING.AMOUNT_MICROS));
      balance = Math.addExact(balance, gain);
      movements.add(movement(row, gain, balance));
    }
    return new Statement(accountId, from, to, opening, balance, movements);
  }

  private List<? extends Record> movementRows(long accountId, LocalDate from, LocalDate to) {
    return sql.select(
            POSTING.EVENT_SEQUENCE,
            JOURNAL.POSTED_AT,
            JOURNAL.REASON,
            INSTRUMENT.SYMBOL,
            POSTING.LOTS,
            POSTING.PRICE_MICROS,
            POSTING.REFERENCE,
            POSTING.AMOUNT_MICROS)
        .from(POSTING)
        .join(JOURNAL)
        .on(JOURNAL.SEQUENCE.eq(POSTING.SEQUENCE))
        .leftJoin(INSTRUMENT)
        .on(INSTRUMENT.MARKET_ID.eq(POSTING.MARKET_ID))
        .where(ofAccount(accountId))
        .and(JOURNAL.BUSINESS_DATE.between(from, to))
        .and(
            JOURNAL.REASON.notIn(
                PostingRule.WITHDRAWAL_RESERVED.name(), PostingRule.WITHDRAWAL_RELEASED.name()))
        .orderBy(JOURNAL.BUSINESS_DATE, POSTING.EVENT_SEQUENCE)
        .fetch();
  }

  private static Movement movement(Record row, long gain, long balance) {
    Long lots = row.get(POSTING.LOTS);
    Long price = row.get(POSTING.PRICE_MICROS);
    String symbol = row.get(INSTRUMENT.SYMBOL);
    String reference = row.get(POSTING.REFERENCE);
    return new Movement(
        row.get(POSTING.EVENT_SEQUENCE),
        row.get(JOURNAL.POSTED_AT).toInstant(),
        CashReason.valueOf(row.get(JOURNAL.REASON)),
        symbol == null ? "" : symbol,
        lots == null ? 0 : lots,
        price == null ? 0 : price,
        reference == null ? "" : reference,
        gain,
        balance);
  }

  /** An account's open positions at the end of a day; 0 for all accounts. */
  public List<ClosingPosition> closingPositions(long accountId, LocalDate day) {
    Condition whose =
        accountId == 0 ? org.jooq.impl.DSL.noCondition() : DAILY_POSITION.ACCOUNT_ID.eq(accountId);
    return sql.select()
        .from(DAILY_POSITION)
        .join(INSTRUMENT)
        .on(INSTRUMENT.MARKET_ID.eq(DAILY_POSITION.MARKET_ID))
        .where(DAILY_POSITION.BUSINESS_DATE.eq(day))
        .and(whose)
        .orderBy(DAILY_POSITION.ACCOUNT_ID, INSTRUMENT.SYMBOL)
        .fetch(row ->
            new ClosingPosition(
                row.get(DAILY_POSITION.ACCOUNT_ID),
                row.get(DAILY_POSITION.MARKET_ID),
                row.get(INSTRUMENT.SYMBOL),
                row.get(INSTRUMENT.NAME),
                row.get(DAILY_POSITION.LOTS),
                row.get(DAILY_POSITION.COST_MICROS),
                row.get(DAILY_POSITION.MARK_MICROS)));
  }

  private static Condition ofAccount(long accountId) {
    return POSTING.LEDGER_ACCOUNT.in(
        ChartLine.CLIENT_CASH.accountName(accountId), ChartLine.IN_FLIGHT.accountName(accountId));
  }

  private long owed(Condition condition) {
    BigDecimal debits =
        sql.select(sum(POSTING.AMOUNT_MICROS))
            .from(POSTING)
            .join(JOURNAL)
            .on(JOURNAL.SEQUENCE.eq(POSTING.SEQUENCE))
            .where(condition)
            .fetchSingle()
            .value1();
    return debits == null ? 0 : debits.negate().longValueExact();
  }
}
