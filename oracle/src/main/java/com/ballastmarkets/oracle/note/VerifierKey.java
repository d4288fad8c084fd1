package com.ballastmarkets.oracle.note;

import com.ballastmarkets.oracle.merkle.Hash;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A public key that checks signatures on notes. Text form: {@code <name>+<key id>+<base64(type ‖
 * key)>}, key id being the first four bytes of SHA-256(name ‖ "\n" ‖ type ‖ key) in hexadecimal.
 */
public final class VerifierKey {
  private final String name;
  private final SignatureType type;
  private final byte[] publicKey;

  VerifierKey(String name, SignatureType type, byte[] publicKey) {
    if (publicKey.length != Ed25519.KEY_LENGTH) {
      throw new MalformedNoteException("an Ed25519 key has 32 bytes, not " + publicKey.length);
    }
    this.name = requireName(name);
    this.type = type;
    this.publicKey = publicKey.clone();
  }

  /**
   * Reads the text form.
   *
   * @throws MalformedNoteException unless it is exactly what {@link #text} writes
   */
  public static VerifierKey parse(String text) {
    String[] parts = text.split("\\+", 3);
    if (parts.length != 3) {
      throw new MalformedNoteException("a verifier key is name+id+key");
    }
    byte[] material;
    try {
      material = Base64.getDecoder().decode(parts[2]);
    } catch (IllegalArgumentException e) {
      throw new MalformedNoteException("a verifier key ends in base64");
    }
    if (material.length == 0) {
      throw new MalformedNoteException("a verifier key without a key");
    }
    VerifierKey key =
        new VerifierKey(
            parts[0],
            SignatureType.of(material[0]),
            Arrays.copyOfRange(material, 1, material.length));
    if (!key.text().equals(text)) {
      throw new MalformedNoteException(
          "the id of the verifier key does not match its name and key");
    }
    return key;
  }

  public String text() {
    return name
        + "+"
        + HexFormat.of().formatHex(id())
        + "+"
        + Base64.getEncoder().encodeToString(Ed25519.join(type.prefix(), publicKey));
  }

  public String name() {
    return name;
  }

  public SignatureType type() {
    return type;
  }

  /** The four bytes that stand before each of its signatures. */
  public byte[] id() {
    byte[] input =
        Ed25519.join((name + "\n").getBytes(StandardCharsets.UTF_8), type.prefix(), publicKey);
    return Arrays.copyOf(Hash.sha256(input).bytes(), 4);
  }

  boolean made(NoteSignature signature) {
    return signature.name().equals(name) && Arrays.equals(signature.keyId(), id());
  }

  /** Whether a signature line that {@linkplain #made bears this key's name and id} is good. */
  boolean verifies(String noteText, NoteSignature signature) {
    return switch (type) {
      case ED25519 ->
          Ed25519.verify(
              publicKey, noteText.getBytes(StandardCharsets.UTF_8), signature.signature());
      case COSIGNATURE_V1 -> Cosignature.verify(publicKey, noteText, signature.signature());
    };
  }

  static String requireName(String name) {
    boolean bad =
        name.isEmpty()
            || name.codePoints()
                .anyMatch(c ->
                    c == '+' || c < 0x20 || Character.isWhitespace(c) || Character.isSpaceChar(c));
    if (bad) {
      throw new MalformedNoteException("a key name is not empty and has no space and no +");
    }
    return name;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifierKey key && key.text().equals(text());
  }

  @Override
  public int hashCode() {
    return text().hashCode();
  }

  @Override
  public String toString() {
    return text();
  }
}
