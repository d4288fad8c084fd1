package com.ballastmarkets.oracle.merkle;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A SHA-256 value: exactly 32 bytes, immutable. */
public final class Hash {
  /** Length in bytes. */
  public static final int LENGTH = 32;

  private final byte[] bytes;

  private Hash(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * @throws IllegalArgumentException unless there are 32 bytes
   */
  public static Hash of(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("a hash has 32 bytes, not " + bytes.length);
    }
    return new Hash(bytes.clone());
  }

  /** Reads 64 lower-case hexadecimal digits. */
  public static Hash ofHex(String hex) {
    Hash hash;
    try {
      hash = of(HexFormat.of().parseHex(hex));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("not a hash of 64 hexadecimal digits");
    }
    if (!hash.hex().equals(hex)) {
      throw new IllegalArgumentException("a hash is written in lower case");
    }
    return hash;
  }

  /** Reads standard base64, refusing any text but the one {@link #base64} writes. */
  public static Hash ofBase64(String text) {
    Hash hash;
    try {
      hash = of(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("not the base64 of a 32-byte hash");
    }
    // The decoder ignores the last two bits; two texts for one hash would let a proof be altered.
    if (!hash.base64().equals(text)) {
      throw new IllegalArgumentException("not the canonical base64 of a hash");
    }
    return hash;
  }

  /** The plain SHA-256 of some bytes, as {@code sha256sum} prints it for a file. */
  public static Hash sha256(byte[] content) {
    return new Hash(digest().digest(content));
  }

  /** The leaf hash of a log entry: SHA-256(0x00 ‖ entry). */
  public static Hash leaf(byte[] entry) {
    MessageDigest digest = digest();
    digest.update((byte) 0);
    return new Hash(digest.digest(entry));
  }

  /** The hash of an inner node: SHA-256(0x01 ‖ left ‖ right). */
  public static Hash node(Hash left, Hash right) {
    MessageDigest digest = digest();
    digest.update((byte) 1);
    digest.update(left.bytes);
    return new Hash(digest.digest(right.bytes));
  }

  /** The root of the empty tree: SHA-256 of nothing. */
  public static Hash ofEmptyTree() {
    return sha256("".getBytes(StandardCharsets.US_ASCII));
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  public String base64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return hex();
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
