package com.ballastmarkets.backoffice.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.backoffice.calendar.ListingSchedule.Entry;
import com.ballastmarkets.oracle.rules.Window;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ListingScheduleTest {

  @Test
  void weeksAndMonthsAheadInOrder() {
    assertThat(ListingSchedule.on(LocalDate.parse("2026-11-22")))
        .extracting(Entry::suffix)
        .containsExactly(
            "2026w47", "2026w48", "2026w49", "2026w50", "2026w51", "2026-11", "2026-12", "2027-01");
  }

  @Test
  void aWeekRunsFromMondayToMondayAndItsYearIsTheIsoYear() {
    Entry running = ListingSchedule.on(LocalDate.parse("2027-01-02")).getFirst();
    assertThat(running.suffix()).isEqualTo("2026w53");
    assertThat(running.title()).isEqualTo("Week 53 of 2026");
    assertThat(running.window())
        .isEqualTo(new Window(LocalDate.parse("2026-12-28"), LocalDate.parse("2027-01-04")));
    assertThat(ListingSchedule.on(LocalDate.parse("2026-11-23")).getFirst().suffix())
        .as("Monday opens a week")
        .isEqualTo("2026w48");
  }

  @Test
  void aMonthIsACalendarMonth() {
    Entry month = ListingSchedule.on(LocalDate.parse("2026-11-22")).get(6);
    assertThat(month.title()).isEqualTo("December 2026");
    assertThat(month.window())
        .isEqualTo(new Window(LocalDate.parse("2026-12-01"), LocalDate.parse("2027-01-01")));
  }
}
