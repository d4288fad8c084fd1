package com.ballastmarkets.oracle.note;

import com.ballastmarkets.oracle.merkle.Hash;

/**
 * What a log was at one size (c2sp.org/tlog-checkpoint). Extension lines are not used here and
 * refused when read: nobody audits them.
 *
 * @param origin the name of the log
 * @param size how many entries
 * @param root the Merkle root at that size
 */
public record Checkpoint(String origin, long size, Hash root) {

  public Checkpoint {
    if (origin.isEmpty() || origin.chars().anyMatch(c -> c < 0x20)) {
      throw new MalformedNoteException("a checkpoint's origin is one line and not empty");
    }
    if (size < 0) {
      throw new MalformedNoteException("a checkpoint's size is not negative");
    }
  }

  /** The text of the note that is signed. */
  public String text() {
    return origin + "\n" + size + "\n" + root.base64() + "\n";
  }

  /** Reads the text of a note. */
  public static Checkpoint parse(String text) {
    String[] lines = text.split("\n", -1);
    if (lines.length != 4 || !lines[3].isEmpty()) {
      throw new MalformedNoteException("a checkpoint has three lines: origin, size and root");
    }
    try {
      Checkpoint checkpoint =
          new Checkpoint(lines[0], Long.parseLong(lines[1]), Hash.ofBase64(lines[2]));
      if (checkpoint.text().equals(text)) {
        return checkpoint;
      }
    } catch (NumberFormatException e) {
      throw new MalformedNoteException("a checkpoint's second line is its size");
    } catch (IllegalArgumentException e) {
      throw new MalformedNoteException("a checkpoint's third line is its root: " + e.getMessage());
    }
    throw new MalformedNoteException("a checkpoint's size has no leading zeros");
  }
}
