package com.ballastmarkets.engine;

import com.ballastmarkets.domain.state.StateInput;
import com.ballastmarkets.domain.state.StateOutput;
import java.util.ArrayList;
import java.util.List;

/** State in memory, to be read from its beginning. */
public final class StateTape implements StateOutput, StateInput {
  private final List<Object> values = new ArrayList<>();
  private int at;

  @Override
  public void section(String name, int version) {
    values.add(name);
    values.add(version);
  }

  @Override
  public void putLong(long value) {
    values.add(value);
  }

  @Override
  public void putInt(int value) {
    values.add(value);
  }

  @Override
  public void putString(String value) {
    values.add(value);
  }

  @Override
  public int section(String name) {
    final String found = getString();
    if (!found.equals(name)) {
      throw new IllegalStateException("section " + found + ", not " + name);
    }
    return getInt();
  }

  @Override
  public long getLong() {
    return (long) values.get(at++);
  }

  @Override
  public int getInt() {
    return (int) values.get(at++);
  }

  @Override
  public String getString() {
    return (String) values.get(at++);
  }

  /** Everything that was written. */
  public List<Object> values() {
    return List.copyOf(values);
  }
}
