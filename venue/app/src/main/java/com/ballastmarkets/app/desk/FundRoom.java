package com.ballastmarkets.app.desk;

import com.ballastmarkets.api.fund.FundDesk;
import com.ballastmarkets.backoffice.treasury.FundMovements;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The API's desk for the money that stands behind defaults. */
public final class FundRoom implements FundDesk {
  private final FundMovements movements;

  public FundRoom(FundMovements movements) {
    this.movements = movements;
  }

  @Override
  public Movement request(
      Kind kind, long accountId, long amountMicros, String staff, @Nullable String idempotencyKey) {
    return Refusals.told(
        () -> shown(movements.request(kind(kind), accountId, amountMicros, staff, idempotencyKey)));
  }

  private static FundMovements.Kind kind(Kind kind) {
    return switch (kind) {
      case CONTRIBUTION -> FundMovements.Kind.CONTRIBUTION;
      case RETURN -> FundMovements.Kind.RETURN;
      case TRANCHE -> FundMovements.Kind.TRANCHE;
    };
  }

  private static Kind kind(FundMovements.Kind kind) {
    return switch (kind) {
      case CONTRIBUTION -> Kind.CONTRIBUTION;
      case RETURN -> Kind.RETURN;
      case TRANCHE -> Kind.TRANCHE;
    };
  }

  @Override
  public Movement approve(String reference, String staff) {
    return Refusals.told(() -> shown(movements.approve(reference, staff)));
  }

  @Override
  public Movement reject(String reference, String staff, String reason) {
    return Refusals.told(() -> shown(movements.reject(reference, staff, reason)));
  }

  @Override
  public Optional<Movement> movement(String reference) {
    return movements.movement(reference).map(FundRoom::shown);
  }

  @Override
  public List<Movement> movements(@Nullable String state) {
    return movements.movements(Words.of("state", FundMovements.State.class, state)).stream()
        .map(FundRoom::shown)
        .toList();
  }

  private static Movement shown(FundMovements.Movement movement) {
    return new Movement(
        movement.reference(),
        kind(movement.kind()),
        movement.accountId(),
        movement.amountMicros(),
        Words.word(movement.state()),
        movement.requestedBy(),
        movement.approvalsRequired(),
        movement.approvals(),
        movement.reason(),
        movement.requestedAt().toString());
  }
}
