package com.ballastmarkets.api.status;

import java.util.function.Supplier;

/**
 * A part of the venue that status and health pages name.
 *
 * @param name {@code ledger}, {@code fix}, …
 * @param required whether the venue is not ready without it; others are only shown
 * @param state asked at each request, must answer at once
 */
public record HealthCheck(String name, boolean required, Supplier<State> state) {
  /**
   * @param detail a few words, shown to anyone: no paths, addresses or secrets
   */
  public record State(boolean ok, String detail) {}
}
