package com.ballastmarkets.oracle.verify;

import com.ballastmarkets.oracle.bundle.BundleVerifier;
import com.ballastmarkets.oracle.bundle.SettlementBundle;
import com.ballastmarkets.oracle.json.CanonicalJson;
import com.ballastmarkets.oracle.json.MalformedJsonException;
import com.ballastmarkets.oracle.merkle.InvalidProofException;
import com.ballastmarkets.oracle.note.Checkpoint;
import com.ballastmarkets.oracle.note.MalformedNoteException;
import com.ballastmarkets.oracle.note.SignedNote;
import com.ballastmarkets.oracle.note.VerifierKey;
import com.ballastmarkets.oracle.telemetry.Places;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds out what a file is and checks it, offline: a settlement bundle, or a signed checkpoint
 * (which needs trusted keys, for it names none).
 */
public final class OfflineVerifier {
  private static final long MAX_BYTES = 256L * 1024 * 1024;
  private final List<VerifierKey> trusted;

  /**
   * @param trusted keys pinned from outside; may be empty
   */
  public OfflineVerifier(List<VerifierKey> trusted) {
    this.trusted = List.copyOf(trusted);
  }

  /** Reads trusted keys: one verifier key a line, lines that begin with {@code #} aside. */
  public static List<VerifierKey> keys(String text) {
    List<VerifierKey> keys = new ArrayList<>();
    for (String line : text.lines().map(String::strip).toList()) {
      if (!line.isEmpty() && !line.startsWith("#")) {
        keys.add(VerifierKey.parse(line));
      }
    }
    return keys;
  }

  /** Checks a file. */
  public Verification verify(Path file) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        return Verification.refused("file", "it is larger than 256 MiB");
      }
      return verify(Files.readAllBytes(file));
    } catch (IOException e) {
      return Verification.refused("file", "it cannot be read");
    }
  }

  /** Checks the bytes of a file. */
  public Verification verify(byte[] file) {
    if (file.length > 0 && file[0] == '{') {
      return document(file);
    }
    String text = new String(file, StandardCharsets.UTF_8);
    if (text.contains("\n\n— ")) {
      return checkpoint(text);
    }
    return Verification.refused(
        "unknown file", "it is neither a settlement bundle nor a signed checkpoint");
  }

  private Verification document(byte[] file) {
    String name = "\"schema\":\"" + SettlementBundle.SCHEMA + "\"";
    if (new String(file, StandardCharsets.UTF_8).contains(name)) {
      return new BundleVerifier(Places.listed(), trusted).verify(file);
    }
    try {
      CanonicalJson.parse(file);
    } catch (MalformedJsonException e) {
      return Verification.refused("JSON document", String.valueOf(e.getMessage()));
    }
    return Verification.refused("JSON document", "its schema is not one that can be verified here");
  }

  private Verification checkpoint(String text) {
    Verification.Builder checks = Verification.of("checkpoint");
    try {
      checks.next("it is a signed note with a checkpoint in it");
      SignedNote note = SignedNote.parse(text);
      Checkpoint checkpoint = Checkpoint.parse(note.text());
      checks.detail(checkpoint.origin() + ", " + checkpoint.size() + " entries");
      checks.next("trusted keys have signed it");
      if (trusted.isEmpty()) {
        return checks.failed("no trusted keys were given, and a checkpoint names none");
      }
      List<VerifierKey> signers = note.verifiedBy(trusted);
      if (signers.isEmpty()) {
        return checks.failed("no trusted key has signed it");
      }
      checks.detail(String.join(", ", signers.stream().map(VerifierKey::name).toList()));
      return checks.passed();
    } catch (MalformedNoteException | InvalidProofException e) {
      return checks.failed(String.valueOf(e.getMessage()));
    }
  }
}
