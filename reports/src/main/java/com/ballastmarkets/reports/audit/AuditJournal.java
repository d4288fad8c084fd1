package com.ballastmarkets.reports.audit;

import com.ballastmarkets.domain.event.Event;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Reads the journal of an audit export back, event by event, for whoever computes from it. */
public final class AuditJournal {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long NANOS = 1_000_000_000L;

  private AuditJournal() {}

  /** Takes the events, in order. */
  @FunctionalInterface
  public interface Reader {
    void on(long sequence, long timeNanos, Event event);
  }

  /**
   * Reads all events. An export is verified first; of a single file only the sequence is.
   *
   * @param path the folder of an export, its {@code export.json}, or one day's {@code
   *     journal.jsonl}
   * @return how many events there were
   * @throws AuditMismatchException if something is missing or is not what it should be
   */
  public static long read(Path path, Reader reader) throws IOException {
    long last = 0;
    long events = 0;
    for (final Path file : files(path)) {
      try (BufferedReader lines = Files.newBufferedReader(file)) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          last = line(line, last, reader);
          events++;
        }
      }
    }
    return events;
  }

  private static List<Path> files(Path path) throws IOException {
    if (!AuditVerifier.isExport(path)) {
      if (!Files.isRegularFile(path)) {
        throw new AuditMismatchException("there is no audit export or journal at " + path);
      }
      return List.of(path);
    }
    if (AuditVerifier.verify(path) instanceof AuditVerdict.Refused(var reason)) {
      throw new AuditMismatchException("the audit export does not hold: " + reason);
    }
    final Path folder = Files.isDirectory(path) ? path : path.toAbsolutePath().getParent();
    try (Stream<Path> days = Files.list(folder)) {
      return days.map(day -> day.resolve(AuditDay.JOURNAL))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }

  private static long line(String line, long last, Reader reader) {
    final JsonNode json;
    try {
      json = JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new AuditMismatchException("the journal has a line that is not JSON");
    }
    final long sequence = json.path(JournalLine.SEQUENCE).asLong();
    if (sequence <= 0 || (last != 0 && sequence != last + 1)) {
      throw new AuditMismatchException("event " + (last + 1) + " is missing in the journal");
    }
    reader.on(
        sequence,
        nanos(json.path(JournalLine.TIME).asText()),
        EventReading.read(json.path("event").asText(), json.path("body")));
    return sequence;
  }

  private static long nanos(String time) {
    try {
      final Instant instant = Instant.parse(time);
      return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), NANOS), instant.getNano());
    } catch (DateTimeException | ArithmeticException e) {
      throw new AuditMismatchException("the journal has a time that is none: " + time);
    }
  }
}
