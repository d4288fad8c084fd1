package com.ballastmarkets.api.ledger;

import com.ballastmarkets.api.error.ApiException;
import com.ballastmarkets.api.json.QueryFields;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The UTC days of a statement, both inclusive: {@code ?from=2025-03-01&to=2025-03-31}. */
record Period(LocalDate from, LocalDate to) {

  /**
   * @throws ApiException naming what is wrong
   */
  static Period of(UriInfo uri) {
    final QueryFields query = QueryFields.of(uri, Set.of("from", "to"));
    final Period period = new Period(day("from", query.text("from")), day("to", query.text("to")));
    if (period.to.isBefore(period.from)) {
      throw ApiException.field("to", "is before from");
    }
    return period;
  }

  private static LocalDate day(String field, @Nullable String text) {
    if (text == null) {
      throw ApiException.field(field, "is required");
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw ApiException.field(field, "must be a day like 2025-03-15");
    }
  }

  BooksDesk.Statement statement(BooksDesk desk, long accountId) {
    return desk.statement(accountId, from, to);
  }
}
