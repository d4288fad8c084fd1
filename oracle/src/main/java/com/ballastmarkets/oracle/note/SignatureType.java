package com.ballastmarkets.oracle.note;

/** What a signature on a note says, by the type bytes that c2sp.org/signed-note assigns. */
public enum SignatureType {
  /** The text of the note, signed as it is. A log signs its checkpoints so. */
  ED25519((byte) 0x01),
  /** A witness saw the checkpoint to be consistent, at a time that is part of what it signed. */
  COSIGNATURE_V1((byte) 0x04);

  private final byte code;

  SignatureType(byte code) {
    this.code = code;
  }

  byte[] prefix() {
    return new byte[] {code};
  }

  static SignatureType of(byte code) {
    for (SignatureType type : values()) {
      if (type.code == code) {
        return type;
      }
    }
    throw new MalformedNoteException("signature type " + (code & 0xFF) + " is not known");
  }
}
