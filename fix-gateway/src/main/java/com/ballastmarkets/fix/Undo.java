package com.ballastmarkets.fix;

import java.util.ArrayDeque;
import java.util.Deque;

/** Closes what was opened so far, last first, unless all of it could be. */
final class Undo implements AutoCloseable {
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  <T extends AutoCloseable> T later(T resource) {
    opened.push(resource);
    return resource;
  }

  void keep() {
    opened.clear();
  }

  @Override
  public void close() {
    for (final AutoCloseable resource : opened) {
      try {
        resource.close();
      } catch (Exception e) {
        throw new FixGatewayException("what was opened could not be closed again", e);
      }
    }
  }
}
