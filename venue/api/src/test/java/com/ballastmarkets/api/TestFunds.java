package com.ballastmarkets.api;

import com.ballastmarkets.api.error.ApiException;
import com.ballastmarkets.api.error.ErrorCode;
import com.ballastmarkets.api.fund.FundDesk;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.protocol.port.VenuePort;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Contributions, in memory, on a real engine. */
final class TestFunds implements FundDesk {
  private final VenuePort venue;
  private final Map<String, Movement> movements = new LinkedHashMap<>();

  TestFunds(VenuePort venue) {
    this.venue = venue;
  }

  @Override
  public synchronized Movement request(
      Kind kind, long accountId, long amountMicros, String staff, @Nullable String idempotencyKey) {
    return put(
        new Movement(
            "fm-" + (movements.size() + 1),
            kind,
            accountId,
            amountMicros,
            "requested",
            staff,
            1,
            List.of(),
            null,
            "2025-03-15T10:30:00Z"));
  }

  @Override
  public synchronized Movement approve(String reference, String staff) {
    final Movement asked = movement(reference).orElseThrow();
    if (asked.requestedBy().equals(staff)) {
      throw ApiException.of(ErrorCode.INVALID_REQUEST, "another member of staff is needed");
    }
    venue
        .call(
            new Command.DefaultFund.PayContribution(
                asked.accountId(), asked.amountMicros(), reference))
        .join();
    return end(asked, "done", List.of(staff), null);
  }

  @Override
  public synchronized Movement reject(String reference, String staff, String reason) {
    return end(movement(reference).orElseThrow(), "rejected", List.of(), staff + ": " + reason);
  }

  private Movement end(
      Movement asked, String state, List<String> approvals, @Nullable String reason) {
    return put(
        new Movement(
            asked.reference(),
            asked.kind(),
            asked.accountId(),
            asked.amountMicros(),
            state,
            asked.requestedBy(),
            1,
            approvals,
            reason,
            asked.requestedAt()));
  }

  private Movement put(Movement movement) {
    movements.put(movement.reference(), movement);
    return movement;
  }

  @Override
  public synchronized Optional<Movement> movement(String reference) {
    return Optional.ofNullable(movements.get(reference));
  }

  @Override
  public synchronized List<Movement> movements(@Nullable String state) {
    return movements.values().stream()
        .filter(movement -> state == null || movement.state().equals(state))
        .toList();
  }
}
