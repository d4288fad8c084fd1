package com.ballastmarkets.reports.audit;

import com.ballastmarkets.protocol.port.JournalEntry;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** A line of the journal: an event, and the hash of the line before it. */
final class JournalLine {
  static final String SEQUENCE = "sequence";
  static final String TIME = "time";
  static final String PREVIOUS = "previous";
  private static final long NANOS = 1_000_000_000L;

  private JournalLine() {}

  static Instant time(JournalEntry entry) {
    return Instant.ofEpochSecond(
        Math.floorDiv(entry.timeNanos(), NANOS), Math.floorMod(entry.timeNanos(), NANOS));
  }

  /** The line without its line feed. */
  static byte[] bytes(JournalEntry entry, String previous) {
    final ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put(SEQUENCE, Long.toString(entry.sequence()));
    json.put(TIME, time(entry).toString());
    json.put("source_id", Long.toString(entry.sourceId()));
    json.put("correlation_id", Long.toString(entry.correlationId()));
    json.put("last", entry.last());
    json.put("event", entry.event().getClass().getSimpleName());
    json.set("body", EventJson.write((Record) entry.event()));
    json.put(PREVIOUS, previous);
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }
}
