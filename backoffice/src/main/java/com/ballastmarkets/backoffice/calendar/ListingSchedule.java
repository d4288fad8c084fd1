package com.ballastmarkets.backoffice.calendar;

import com.ballastmarkets.oracle.rules.Window;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which windows are on the calendar: the ISO week and the month that are running, four weeks and
 * two months ahead of them.
 */
public final class ListingSchedule {
  private static final int WEEKS_AHEAD = 4;
  private static final int MONTHS_AHEAD = 2;

  private ListingSchedule() {}

  /**
   * A window of the calendar.
   *
   * @param suffix of the market's symbol: {@code 2026w48}, {@code 2026-12}
   * @param title for people: {@code Week 48 of 2026}, {@code December 2026}
   */
  public record Entry(String suffix, String title, Window window) {}

  /** The windows that should be listed on a day, weeks first. */
  public static List<Entry> on(LocalDate today) {
    List<Entry> entries = new ArrayList<>();
    LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    for (int i = 0; i <= WEEKS_AHEAD; i++) {
      entries.add(week(monday.plusWeeks(i)));
    }
    for (int i = 0; i <= MONTHS_AHEAD; i++) {
      entries.add(month(YearMonth.from(today).plusMonths(i)));
    }
    return entries;
  }

  private static Entry week(LocalDate monday) {
    int year = monday.get(IsoFields.WEEK_BASED_YEAR);
    int week = monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    return new Entry(
        String.format(Locale.ROOT, "%dw%02d", year, week),
        "Week " + week + " of " + year,
        new Window(monday, monday.plusWeeks(1)));
  }

  private static Entry month(YearMonth month) {
    return new Entry(
        String.format(Locale.ROOT, "%d-%02d", month.getYear(), month.getMonthValue()),
        month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + month.getYear(),
        new Window(month.atDay(1), month.plusMonths(1).atDay(1)));
  }
}
