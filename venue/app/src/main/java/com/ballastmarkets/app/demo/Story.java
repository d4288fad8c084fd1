package com.ballastmarkets.app.demo;

import java.io.PrintWriter;

/** Prints the rehearsal as numbered chapters. */
final class Story {
  private final PrintWriter out;
  private final int chapters;
  private final long beganNanos = System.nanoTime();
  private int chapter;

  Story(PrintWriter out, int chapters) {
    this.out = out;
    this.chapters = chapters;
  }

  void chapter(String title) {
    chapter++;
    out.printf("%n[%2d/%d] %s%n", chapter, chapters, title);
    out.flush();
  }

  void say(String format, Object... values) {
    out.printf("        " + format + "%n", values);
    out.flush();
  }

  void end(String format, Object... values) {
    out.printf("%n" + format + " (%.0f s)%n", append(values, seconds()));
    out.flush();
  }

  private double seconds() {
    return (System.nanoTime() - beganNanos) / 1e9;
  }

  private static Object[] append(Object[] values, Object last) {
    final Object[] all = java.util.Arrays.copyOf(values, values.length + 1);
    all[values.length] = last;
    return all;
  }
}
