package com.ballastmarkets.oracle.note;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Text with signatures under it (c2sp.org/signed-note).
 *
 * @param text ends in a newline
 * @param signatures one at least, 16 at most
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
  private static final int MAX_SIGNATURES = 16;

  public SignedNote {
    signatures = List.copyOf(signatures);
    if (!text.endsWith("\n")) {
      throw new MalformedNoteException("the text of a note ends in a newline");
    }
    if (text.chars().anyMatch(c -> c < 0x20 && c != '\n')) {
      throw new MalformedNoteException("a note has no control characters but newlines");
    }
    if (signatures.isEmpty() || signatures.size() > MAX_SIGNATURES) {
      throw new MalformedNoteException("a note has 1 to 16 signatures");
    }
  }

  /** Signs a text with a first key. */
  public static SignedNote sign(String text, SignerKey key, Instant at) {
    return new SignedNote(text, List.of(key.sign(text, at.getEpochSecond())));
  }

  /** The same note with one signature more, below the others. */
  public SignedNote alsoSignedBy(SignerKey key, Instant at) {
    List<NoteSignature> all = new ArrayList<>(signatures);
    all.add(key.sign(text, at.getEpochSecond()));
    return new SignedNote(text, all);
  }

  /**
   * Reads the whole note.
   *
   * @throws MalformedNoteException unless it is exactly what {@link #encode} writes
   */
  public static SignedNote parse(String note) {
    int split = note.lastIndexOf("\n\n");
    if (split < 0 || !note.endsWith("\n")) {
      throw new MalformedNoteException("a note is a text, an empty line and signature lines");
    }
    List<NoteSignature> signatures = new ArrayList<>();
    String lines = note.substring(split + 2);
    if (!lines.isEmpty()) {
      for (String line : lines.substring(0, lines.length() - 1).split("\n", -1)) {
        signatures.add(NoteSignature.parse(line));
      }
    }
    return new SignedNote(note.substring(0, split + 1), signatures);
  }

  public String encode() {
    StringBuilder out = new StringBuilder(text).append('\n');
    signatures.forEach(signature -> out.append(signature.line()).append('\n'));
    return out.toString();
  }

  /**
   * The known keys whose signatures stand on the note and are good.
   *
   * @throws MalformedNoteException if a signature that bears a known key's name and id is bad, or
   *     one key signed twice: a note is good or it is refused whole. Lines of unknown keys are
   *     passed over, as the format asks
   */
  public List<VerifierKey> verifiedBy(List<VerifierKey> known) {
    List<VerifierKey> good = new ArrayList<>();
    for (NoteSignature signature : signatures) {
      for (VerifierKey key : known) {
        if (!key.made(signature)) {
          continue;
        }
        if (good.contains(key)) {
          throw new MalformedNoteException("two signatures by " + key.name());
        }
        if (!key.verifies(text, signature)) {
          throw new MalformedNoteException("the signature of " + key.name() + " does not verify");
        }
        good.add(key);
      }
    }
    return good;
  }
}
