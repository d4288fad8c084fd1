package com.ballastmarkets.reports.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A day that was checked, and what the next one must go on from.
 *
 * @param lastSequence 0 before the first day
 */
record DayCheck(String root, String chain, long lastSequence, long events) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> FILES = Set.of(AuditDay.JOURNAL, AuditDay.ORDER_EVENTS);

  static DayCheck none() {
    return new DayCheck(Sha256.NONE, Sha256.NONE, 0, 0);
  }

  /** Checks a day's folder. */
  static DayCheck of(Path folder, DayCheck before) throws IOException {
    final String day = String.valueOf(folder.getFileName());
    final Manifest manifest = Manifest.read(folder.resolve(Manifest.DAY_FILE), Manifest.DAY_SCHEMA);
    require(manifest.text("day").equals(day), day + " says that it is another day");
    require(
        manifest.text("root_before").equals(before.root)
            && manifest.text("chain_before").equals(before.chain),
        day + " does not go on from the day before");
    final Map<String, JsonNode> listed = new HashMap<>();
    manifest.get("files").forEach(file -> listed.put(Manifest.text(file, "name"), file));
    require(listed.keySet().equals(FILES), day + " does not list its files");
    final Set<String> expected = new TreeSet<>(FILES);
    expected.add(Manifest.DAY_FILE);
    AuditVerifier.requireOnly(folder, expected);
    for (final String name : new TreeSet<>(FILES)) {
      final Path file = folder.resolve(name);
      require(Files.isRegularFile(file), day + "/" + name + " is missing");
      final JsonNode stated = listed.get(name);
      require(
          stated != null && sha256(file).equals(Manifest.text(stated, "sha256")),
          day + "/" + name + " has another SHA-256 than its manifest says");
    }
    final DayCheck walked = walk(folder.resolve(AuditDay.JOURNAL), day, manifest.root(), before);
    require(
        walked.chain.equals(manifest.text("chain"))
            && manifest.get("events").asLong(-1) == walked.events
            && manifest.text("last_sequence").equals(Long.toString(walked.lastSequence)),
        day + " does not end where its manifest says");
    return walked;
  }

  /** Follows the chain line by line. */
  private static DayCheck walk(Path journal, String day, String root, DayCheck before)
      throws IOException {
    String chain = before.chain;
    long sequence = before.lastSequence;
    long events = 0;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(journal), 1 << 16)) {
      for (byte[] line = line(in); line.length > 0; line = line(in)) {
        events++;
        final JsonNode json = json(line, day, events);
        final long next = sequence(json);
        require(
            chain.equals(json.path(JournalLine.PREVIOUS).textValue()),
            "%s, line %d: it does not follow the line before".formatted(day, events));
        require(
            sequence == 0 || next == sequence + 1,
            "%s, line %d: event %d is missing".formatted(day, events, sequence + 1));
        require(
            String.valueOf(json.path(JournalLine.TIME).textValue()).startsWith(day + "T"),
            "%s, line %d: it is of another day".formatted(day, events));
        sequence = next;
        chain = Sha256.of(line);
      }
    }
    return new DayCheck(root, chain, sequence, events);
  }

  private static JsonNode json(byte[] line, String day, long number) throws IOException {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new AuditMismatchException("%s, line %d is not JSON".formatted(day, number));
    }
  }

  private static long sequence(JsonNode json) {
    try {
      return Long.parseLong(Manifest.text(json, JournalLine.SEQUENCE));
    } catch (NumberFormatException e) {
      throw new AuditMismatchException("a line has a sequence that is no number");
    }
  }

  private static byte[] line(InputStream in) throws IOException {
    final var line = new ByteArrayOutputStream(512);
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      line.write(b);
    }
    return line.toByteArray();
  }

  private static String sha256(Path file) throws IOException {
    final MessageDigest sha256 = Sha256.digest();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha256)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return Sha256.hex(sha256.digest());
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AuditMismatchException(otherwise);
    }
  }
}
