package com.ballastmarkets.oracle.note;

import java.util.Arrays;
import java.util.Base64;

/** One signature line of a note: {@code — <name> base64(key id ‖ signature)}. */
public final class NoteSignature {
  private final String name;
  private final byte[] bytes;

  NoteSignature(String name, byte[] keyIdAndSignature) {
    if (keyIdAndSignature.length < 5) {
      throw new MalformedNoteException("a note signature has a key id and a signature");
    }
    this.name = VerifierKey.requireName(name);
    this.bytes = keyIdAndSignature.clone();
  }

  static NoteSignature parse(String line) {
    String[] parts = line.split(" ", -1);
    if (parts.length != 3 || !parts[0].equals("—")) {
      throw new MalformedNoteException("a signature line is: — name base64");
    }
    byte[] decoded;
    try {
      decoded = Base64.getDecoder().decode(parts[2]);
    } catch (IllegalArgumentException e) {
      throw new MalformedNoteException("a signature line ends in base64");
    }
    NoteSignature signature = new NoteSignature(parts[1], decoded);
    if (!signature.line().equals(line)) {
      throw new MalformedNoteException("the base64 of a signature line is not canonical");
    }
    return signature;
  }

  String line() {
    return "— " + name + " " + Base64.getEncoder().encodeToString(bytes);
  }

  public String name() {
    return name;
  }

  byte[] keyId() {
    return Arrays.copyOf(bytes, 4);
  }

  byte[] signature() {
    return Arrays.copyOfRange(bytes, 4, bytes.length);
  }
}
