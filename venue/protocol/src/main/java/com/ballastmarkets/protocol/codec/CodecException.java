package com.ballastmarkets.protocol.codec;

/** Bytes that are not what they should be, or a message that cannot be written as bytes. */
public final class CodecException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public CodecException(String message) {
    super(message);
  }

  CodecException(String message, Throwable cause) {
    super(message, cause);
  }

  static CodecException missing(String field) {
    return new CodecException("a message without " + field);
  }

  static CodecException unknownTemplate(String kind, int templateId) {
    return new CodecException("no " + kind + " has the template id " + templateId);
  }
}
