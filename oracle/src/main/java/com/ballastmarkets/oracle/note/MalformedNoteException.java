package com.ballastmarkets.oracle.note;

/** Thrown for a note, key or proof that is not in its C2SP text form, or whose signature is bad. */
public final class MalformedNoteException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public MalformedNoteException(String message) {
    super(message);
  }
}
