package com.ballastmarkets.domain.state;

/**
 * Where state is written as typed primitives in a fixed order. A section begins with its name and
 * version, so that a reader of another version fails by name, or converts.
 */
public interface StateOutput {
  /** Begins a section. */
  void section(String name, int version);

  void putLong(long value);

  void putInt(int value);

  void putString(String value);

  default void putBoolean(boolean value) {
    putInt(value ? 1 : 0);
  }

  default void putEnum(Enum<?> value) {
    putInt(value.ordinal());
  }
}
