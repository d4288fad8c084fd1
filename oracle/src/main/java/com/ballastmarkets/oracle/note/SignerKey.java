package com.ballastmarkets.oracle.note;

import com.ballastmarkets.oracle.merkle.Hash;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A private key that signs notes. Text form, to be kept secret: {@code PRIVATE+KEY+<name>+<key
 * id>+<base64(type ‖ seed)>}. {@link #toString} never shows it.
 */
public final class SignerKey {
  private static final String PREFIX = "PRIVATE+KEY+";
  private final byte[] seed;
  private final VerifierKey verifier;

  private SignerKey(String name, SignatureType type, byte[] seed) {
    if (seed.length != Ed25519.KEY_LENGTH) {
      throw new MalformedNoteException("an Ed25519 seed has 32 bytes");
    }
    this.seed = seed.clone();
    this.verifier = new VerifierKey(name, type, Ed25519.publicKey(seed));
  }

  /** A key from 32 bytes that the caller drew at random. */
  public static SignerKey ofSeed(String name, SignatureType type, byte[] seed) {
    return new SignerKey(name, type, seed);
  }

  /** Reads the secret text form. */
  public static SignerKey parse(String text) {
    String[] parts =
        text.startsWith(PREFIX) ? text.substring(PREFIX.length()).split("\\+", 3) : null;
    if (parts == null || parts.length != 3) {
      throw new MalformedNoteException("a signer key is PRIVATE+KEY+name+id+key");
    }
    byte[] material;
    try {
      material = Base64.getDecoder().decode(parts[2]);
    } catch (IllegalArgumentException e) {
      throw new MalformedNoteException("a signer key ends in base64");
    }
    if (material.length == 0) {
      throw new MalformedNoteException("a signer key without a key");
    }
    SignerKey key =
        new SignerKey(
            parts[0],
            SignatureType.of(material[0]),
            Arrays.copyOfRange(material, 1, material.length));
    if (!HexFormat.of().formatHex(key.verifier.id()).equals(parts[1])) {
      throw new MalformedNoteException("the id of the signer key does not match its name and key");
    }
    return key;
  }

  /** The secret text form. */
  public String secretText() {
    return PREFIX
        + verifier.name()
        + "+"
        + HexFormat.of().formatHex(verifier.id())
        + "+"
        + Base64.getEncoder().encodeToString(Ed25519.join(verifier.type().prefix(), seed));
  }

  public VerifierKey verifier() {
    return verifier;
  }

  /**
   * Signs the text of a note.
   *
   * @param epochSeconds the time a cosignature states; a plain signature states none
   */
  NoteSignature sign(String noteText, long epochSeconds) {
    byte[] signature =
        switch (verifier.type()) {
          case ED25519 -> Ed25519.sign(seed, noteText.getBytes(StandardCharsets.UTF_8));
          case COSIGNATURE_V1 -> Cosignature.sign(seed, noteText, epochSeconds);
        };
    return new NoteSignature(verifier.name(), Ed25519.join(verifier.id(), signature));
  }

  /** A fingerprint that is safe to print. */
  @Override
  public String toString() {
    return "signer " + verifier.name() + " " + Hash.sha256(verifier.id()).hex().substring(0, 8);
  }
}
