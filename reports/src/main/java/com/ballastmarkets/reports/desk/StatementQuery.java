package com.ballastmarkets.reports.desk;

import static com.ballastmarkets.sql.generated.identity.Tables.PARTICIPANT;
import static com.ballastmarkets.sql.generated.ledger.Tables.JOURNAL;
import static com.ballastmarkets.sql.generated.ledger.Tables.POSTING;
import static com.ballastmarkets.sql.generated.market.Tables.INSTRUMENT;
import static com.ballastmarkets.sql.generated.market.Tables.STATUS;
import static com.ballastmarkets.sql.generated.settlement.Tables.CONTRACT;
import static com.ballastmarkets.sql.generated.trading.Tables.BALANCE;
import static com.ballastmarkets.sql.generated.trading.Tables.DAILY_POSITION;
import static com.ballastmarkets.sql.generated.trading.Tables.FILL;
import static com.ballastmarkets.sql.generated.trading.Tables.POSITION;
import static org.jooq.impl.DSL.sum;

import com.ballastmarkets.domain.event.CashReason;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.reports.statement.AccountStatement;
import com.ballastmarkets.reports.statement.MarginLine;
import com.ballastmarkets.reports.statement.Movement;
import com.ballastmarkets.reports.statement.PositionLine;
import com.ballastmarkets.reports.statement.TradeLine;
import com.ballastmarkets.sql.generated.identity.Tables;
import com.ballastmarkets.sql.generated.identity.tables.Account;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The queries of an account statement. */
final class StatementQuery {
  private static final Account ACCOUNT = Tables.ACCOUNT;

  /** Journals that set cash aside without moving it. */
  private static final List<String> WITHIN_ACCOUNT =
      List.of("WITHDRAWAL_RESERVED", "WITHDRAWAL_RELEASED");

  private final DSLContext sql;
  private final String venue;
  private final Instant now;

  StatementQuery(DSLContext sql, String venue, Instant now) {
    this.sql = sql;
    this.venue = venue;
    this.now = now;
  }

  AccountStatement of(long accountId, LocalDate from, LocalDate to) {
    final Record account =
        sql.select(ACCOUNT.NAME, PARTICIPANT.NAME)
            .from(ACCOUNT)
            .join(PARTICIPANT)
            .on(PARTICIPANT.PARTICIPANT_ID.eq(ACCOUNT.PARTICIPANT_ID))
            .where(ACCOUNT.ACCOUNT_ID.eq(accountId))
            .fetchOne();
    if (account == null) {
      throw new NoReportException("there is no account " + accountId);
    }
    final boolean past = to.isBefore(LocalDate.ofInstant(now, ZoneOffset.UTC));
    final long opening = owed(accountId, JOURNAL.BUSINESS_DATE.lt(from));
    final long closing = owed(accountId, JOURNAL.BUSINESS_DATE.le(to));
    final List<Movement> movements = movements(accountId, from, to, opening);
    final List<PositionLine> positions =
        past ? positionsAtEndOf(accountId, to) : positionsNow(accountId);
    final List<TradeLine> trades = trades(accountId, from, to);
    return new AccountStatement(
        venue,
        now,
        accountId,
        account.get(ACCOUNT.NAME),
        account.get(PARTICIPANT.NAME),
        from,
        to,
        isSynthetic(movements, positions, trades),
        opening,
        closing,
        movements,
        positions,
        trades,
        past ? null : margin(accountId));
  }

  /** Cash, withdrawals in flight included: what the venue owes the account. */
  private long owed(long accountId, Condition when) {
    final BigDecimal debits =
        sql.select(sum(POSTING.AMOUNT_MICROS))
            .from(POSTING)
            .join(JOURNAL)
            .on(JOURNAL.SEQUENCE.eq(POSTING.SEQUENCE))
            .where(Ledger.ofAccount(accountId))
            .and(when)
            .fetchSingle()
            .value1();
    return debits == null ? 0 : debits.negate().longValueExact();
  }

  private List<Movement> movements(long accountId, LocalDate from, LocalDate to, long opening) {
    final List<Movement> movements = new ArrayList<>();
    long balance = opening;
    for (final Record row :
        sql.select(
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
            .where(Ledger.ofAccount(accountId))
            .and(JOURNAL.BUSINESS_DATE.between(from, to))
            .and(JOURNAL.REASON.notIn(WITHIN_ACCOUNT))
            .orderBy(JOURNAL.BUSINESS_DATE, POSTING.EVENT_SEQUENCE)
            .fetch()) {
      final long amount = Math.negateExact(row.get(POSTING.AMOUNT_MICROS));
      balance = Math.addExact(balance, amount);
      movements.add(
          new Movement(
              row.get(POSTING.EVENT_SEQUENCE),
              row.get(JOURNAL.POSTED_AT).toInstant(),
              CashReason.valueOf(row.get(JOURNAL.REASON)),
              orEmpty(row.get(INSTRUMENT.SYMBOL)),
              orZero(row.get(POSTING.LOTS)),
              orZero(row.get(POSTING.PRICE_MICROS)),
              orEmpty(row.get(POSTING.REFERENCE)),
              amount,
              balance));
    }
    return movements;
  }

  /** After the day's variation, which leaves nothing unrealised at the mark. */
  private List<PositionLine> positionsAtEndOf(long accountId, LocalDate day) {
    return sql.select()
        .from(DAILY_POSITION)
        .join(INSTRUMENT)
        .on(INSTRUMENT.MARKET_ID.eq(DAILY_POSITION.MARKET_ID))
        .where(DAILY_POSITION.ACCOUNT_ID.eq(accountId))
        .and(DAILY_POSITION.BUSINESS_DATE.eq(day))
        .orderBy(INSTRUMENT.SYMBOL)
        .fetch(row -> {
          final long lots = row.get(DAILY_POSITION.LOTS);
          final long mark = row.get(DAILY_POSITION.MARK_MICROS);
          return new PositionLine(
              row.get(INSTRUMENT.SYMBOL),
              row.get(INSTRUMENT.NAME),
              lots,
              row.get(DAILY_POSITION.COST_MICROS),
              mark,
              Math.multiplyExact(lots, mark));
        });
  }

  private List<PositionLine> positionsNow(long accountId) {
    return sql.select()
        .from(POSITION)
        .join(INSTRUMENT)
        .on(INSTRUMENT.MARKET_ID.eq(POSITION.MARKET_ID))
        .join(STATUS)
        .on(STATUS.MARKET_ID.eq(POSITION.MARKET_ID))
        .where(POSITION.ACCOUNT_ID.eq(accountId))
        .and(POSITION.LOTS.ne(0L))
        .orderBy(INSTRUMENT.SYMBOL)
        .fetch(row ->
            new PositionLine(
                row.get(INSTRUMENT.SYMBOL),
                row.get(INSTRUMENT.NAME),
                row.get(POSITION.LOTS),
                row.get(POSITION.COST_MICROS),
                row.get(STATUS.MARK_MICROS),
                row.get(POSITION.OPEN_VALUE_MICROS)));
  }

  private List<TradeLine> trades(long accountId, LocalDate from, LocalDate to) {
    final Field<OffsetDateTime> at = FILL.TRADED_AT;
    return sql.select()
        .from(FILL)
        .join(INSTRUMENT)
        .on(INSTRUMENT.MARKET_ID.eq(FILL.MARKET_ID))
        .where(FILL.ACCOUNT_ID.eq(accountId))
        .and(at.ge(from.atStartOfDay().atOffset(ZoneOffset.UTC)))
        .and(at.lt(to.plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC)))
        .orderBy(FILL.SEQUENCE, FILL.LIQUIDITY)
        .fetch(row ->
            new TradeLine(
                row.get(FILL.TRADE_ID),
                row.get(at).toInstant(),
                row.get(INSTRUMENT.SYMBOL),
                Side.valueOf(row.get(FILL.SIDE)),
                row.get(FILL.LOTS),
                row.get(FILL.PRICE_MICROS),
                row.get(FILL.FEE_MICROS),
                row.get(FILL.LIQUIDITY).equals("MAKER")));
  }

  private @Nullable MarginLine margin(long accountId) {
    final var row = sql.selectFrom(BALANCE).where(BALANCE.ACCOUNT_ID.eq(accountId)).fetchOne();
    if (row == null) {
      return null;
    }
    return new MarginLine(
        row.getUpdatedAt().toInstant(),
        row.getEquityMicros(),
        row.getMarginMicros(),
        row.getAvailableMicros());
  }

  private boolean isSynthetic(
      List<Movement> movements, List<PositionLine> positions, List<TradeLine> trades) {
    final Set<String> symbols = new HashSet<>();
    movements.forEach(movement -> symbols.add(movement.market()));
    positions.forEach(position -> symbols.add(position.market()));
    trades.forEach(trade -> symbols.add(trade.market()));
    return sql.fetchExists(CONTRACT, CONTRACT.SYMBOL.in(symbols).and(CONTRACT.SYNTHETIC));
  }

  private static String orEmpty(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }

  private static long orZero(@Nullable Long number) {
    return number == null ? 0 : number;
  }
}
