package com.ballastmarkets.reports.table;

import com.ballastmarkets.domain.money.Micros;
import com.ballastmarkets.reports.table.Column.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Names the columns of a table, each with where its cells come from.
 *
 * <pre>{@code
 * new Columns<Payout>()
 *     .id("account_id", "Account", Payout::accountId)
 *     .amount("fees", "Fees", Payout::feesMicros)
 *     .table("payouts", "Payouts", report.payouts());
 * }</pre>
 */
public final class Columns<T> {
  private final List<Column> columns = new ArrayList<>();
  private final List<Function<T, @Nullable Object>> cells = new ArrayList<>();

  public Columns<T> text(String key, String title, int width, Function<T, @Nullable String> cell) {
    return add(new Column(key, title, Kind.TEXT, width), cell::apply);
  }

  public Columns<T> code(String key, String title, int width, Function<T, @Nullable String> cell) {
    return add(new Column(key, title, Kind.CODE, width), cell::apply);
  }

  public Columns<T> count(String key, String title, Function<T, @Nullable Long> cell) {
    return add(new Column(key, title, Kind.COUNT, 12), cell::apply);
  }

  public Columns<T> id(String key, String title, ToLongFunction<T> cell) {
    return add(new Column(key, title, Kind.ID, 12), cell::applyAsLong);
  }

  /** An amount or price given in micros. */
  public Columns<T> amount(String key, String title, ToLongFunction<T> cell) {
    return add(
        new Column(key, title, Kind.DECIMAL, 20), row -> Micros.decimal(cell.applyAsLong(row)));
  }

  public Columns<T> decimal(String key, String title, Function<T, @Nullable BigDecimal> cell) {
    return add(new Column(key, title, Kind.DECIMAL, 16), cell::apply);
  }

  public Columns<T> quantity(String key, String title, Function<T, @Nullable BigDecimal> cell) {
    return add(new Column(key, title, Kind.QUANTITY, 16), cell::apply);
  }

  public Columns<T> time(String key, String title, Function<T, @Nullable Instant> cell) {
    return add(new Column(key, title, Kind.TIME, 20), cell::apply);
  }

  public Columns<T> date(String key, String title, Function<T, @Nullable LocalDate> cell) {
    return add(new Column(key, title, Kind.DATE, 12), cell::apply);
  }

  /** A table of these rows, without totals. */
  public Table table(String key, String title, List<T> rows) {
    return new Table(key, title, columns, rows.stream().map(this::row).toList(), List.of());
  }

  /** A table of these rows; {@code totals} has a cell, or null, for each column. */
  public Table table(String key, String title, List<T> rows, @Nullable Object... totals) {
    return new Table(
        key, title, columns, rows.stream().map(this::row).toList(), Arrays.asList(totals));
  }

  private Columns<T> add(Column column, Function<T, @Nullable Object> cell) {
    columns.add(column);
    cells.add(cell);
    return this;
  }

  private List<@Nullable Object> row(T item) {
    final List<@Nullable Object> row = new ArrayList<>(cells.size());
    for (final Function<T, @Nullable Object> cell : cells) {
      row.add(cell.apply(item));
    }
    return row;
  }
}
