package com.ballastmarkets.reports.desk;

import com.ballastmarkets.reports.settlement.Proof;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * A signed checkpoint, read for what a report prints of it; whether it is true is the verifier's
 * matter. Form: <a href="https://c2sp.org/signed-note">c2sp.org/signed-note</a> around <a
 * href="https://c2sp.org/tlog-checkpoint">c2sp.org/tlog-checkpoint</a>.
 */
record CheckpointNote(String origin, long size, String rootHash, List<Proof.Attestor> attestors) {
  private static final String SIGNATURE = "\u2014 ";
  private static final int KEY_ID_BYTES = 4;

  /**
   * @throws IllegalArgumentException if it is no such note
   */
  static CheckpointNote parse(String note) {
    final List<String> lines = note.lines().toList();
    if (lines.size() < 5 || !lines.get(3).isEmpty()) {
      throw new IllegalArgumentException("a checkpoint has three lines and its signatures");
    }
    final String origin = lines.getFirst();
    final List<Proof.Attestor> attestors = new ArrayList<>();
    for (final String line : lines.subList(4, lines.size())) {
      final String[] parts = line.split(" ", -1);
      if (!line.startsWith(SIGNATURE) || parts.length != 3) {
        throw new IllegalArgumentException("a checkpoint's signature has a name and a value");
      }
      final byte[] signature = Base64.getDecoder().decode(parts[2]);
      attestors.add(
          new Proof.Attestor(
              parts[1],
              HexFormat.of().formatHex(Arrays.copyOf(signature, KEY_ID_BYTES)),
              parts[1].equals(origin) ? "log" : "cosigner"));
    }
    return new CheckpointNote(
        origin,
        Long.parseLong(lines.get(1)),
        HexFormat.of().formatHex(Base64.getDecoder().decode(lines.get(2))),
        attestors);
  }
}
