package com.ballastmarkets.fix.dictionary;

/** Message types (FIX 35) by their FIX names. */
public final class MessageType {
  public static final String REJECT = "3";
  public static final String LOGOUT = "5";
  public static final String EXECUTION_REPORT = "8";
  public static final String ORDER_CANCEL_REJECT = "9";
  public static final String LOGON = "A";
  public static final String NEW_ORDER_SINGLE = "D";
  public static final String ORDER_CANCEL_REQUEST = "F";
  public static final String ORDER_CANCEL_REPLACE_REQUEST = "G";
  public static final String ORDER_STATUS_REQUEST = "H";
  public static final String BUSINESS_MESSAGE_REJECT = "j";
  public static final String ORDER_MASS_CANCEL_REQUEST = "q";
  public static final String ORDER_MASS_CANCEL_REPORT = "r";

  private MessageType() {}
}
