package com.ballastmarkets.oracle.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/**
 * A witness's statement "at this time I saw this checkpoint, consistent with all before it":
 * c2sp.org/tlog-cosignature, Ed25519. The bytes are the time in seconds as 64 bits big-endian, then
 * the signature over {@code cosignature/v1\ntime <t>\n<note text>}.
 */
public final class Cosignature {
  private static final int LENGTH = Long.BYTES + Ed25519.SIGNATURE_LENGTH;

  private Cosignature() {}

  static byte[] sign(byte[] seed, String noteText, long epochSeconds) {
    if (epochSeconds < 0) {
      throw new IllegalArgumentException("a cosignature's time is not before 1970");
    }
    byte[] signature = Ed25519.sign(seed, message(noteText, epochSeconds));
    return ByteBuffer.allocate(LENGTH).putLong(epochSeconds).put(signature).array();
  }

  static boolean verify(byte[] publicKey, String noteText, byte[] timestamped) {
    if (timestamped.length != LENGTH) {
      return false;
    }
    long epochSeconds = ByteBuffer.wrap(timestamped).getLong();
    if (epochSeconds < 0) {
      return false;
    }
    byte[] signature = Arrays.copyOfRange(timestamped, Long.BYTES, LENGTH);
    return Ed25519.verify(publicKey, message(noteText, epochSeconds), signature);
  }

  /** When a cosignature line says that it was made. */
  public static Instant time(NoteSignature signature) {
    byte[] timestamped = signature.signature();
    if (timestamped.length != LENGTH) {
      throw new MalformedNoteException("a cosignature has a time and a signature");
    }
    return Instant.ofEpochSecond(ByteBuffer.wrap(timestamped).getLong());
  }

  private static byte[] message(String noteText, long epochSeconds) {
    return ("cosignature/v1\ntime " + epochSeconds + "\n" + noteText)
        .getBytes(StandardCharsets.UTF_8);
  }
}
