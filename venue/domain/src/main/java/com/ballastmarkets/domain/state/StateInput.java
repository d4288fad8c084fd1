package com.ballastmarkets.domain.state;

/** Reads back, in the same order, what was written to a {@link StateOutput}. */
public interface StateInput {
  /**
   * Begins a section and returns the version it was written with.
   *
   * @throws IllegalStateException if the next section has another name
   */
  int section(String name);

  long getLong();

  int getInt();

  String getString();

  default boolean getBoolean() {
    return getInt() != 0;
  }

  default <E extends Enum<E>> E getEnum(E[] values) {
    return values[getInt()];
  }
}
