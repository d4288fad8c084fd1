package com.ballastmarkets.fix.dictionary;

/** Message types (FIX 35) by their FIX names. */
public final class MessageType {
  public static final String REJECT = "3";
  public static final String LOGOUT = "5";
  public static final String EXECUTION_REPORT = "8";
  public static final String ORDER_CANCEL_REJECT = "9";
  public static final String LOGON = "A";
  public static final String NEW_ORDER_MULTILEG = "AB";
  public static final String MULTILEG_ORDER_CANCEL_REPLACE = "AC";
  public static final String NEW_ORDER_SINGLE = "D";
  public static final String ORDER_CANCEL_REQUEST = "F";
  public static final String ORDER_CANCEL_REPLACE_REQUEST = "G";
  public static final String ORDER_STATUS_REQUEST = "H";
  public static final String MARKET_DATA_REQUEST = "V";
  public static final String MARKET_DATA_SNAPSHOT_FULL_REFRESH = "W";
  public static final String MARKET_DATA_INCREMENTAL_REFRESH = "X";
  public static final String MARKET_DATA_REQUEST_REJECT = "Y";
  public static final String SECURITY_DEFINITION_REQUEST = "c";
  public static final String SECURITY_DEFINITION = "d";
  public static final String SECURITY_STATUS_REQUEST = "e";
  public static final String SECURITY_STATUS = "f";
  public static final String BUSINESS_MESSAGE_REJECT = "j";
  public static final String ORDER_MASS_CANCEL_REQUEST = "q";
  public static final String ORDER_MASS_CANCEL_REPORT = "r";
  public static final String SECURITY_LIST_REQUEST = "x";
  public static final String SECURITY_LIST = "y";
  public static final String TRADE_CAPTURE_REPORT_REQUEST = "AD";
  public static final String TRADE_CAPTURE_REPORT = "AE";
  public static final String ORDER_MASS_STATUS_REQUEST = "AF";
  public static final String REQUEST_FOR_POSITIONS = "AN";
  public static final String REQUEST_FOR_POSITIONS_ACK = "AO";
  public static final String POSITION_REPORT = "AP";
  public static final String TRADE_CAPTURE_REPORT_REQUEST_ACK = "AQ";
  public static final String COLLATERAL_REPORT = "BA";
  public static final String COLLATERAL_INQUIRY = "BB";
  public static final String COLLATERAL_INQUIRY_ACK = "BG";
  public static final String APPLICATION_MESSAGE_REQUEST = "BW";
  public static final String APPLICATION_MESSAGE_REQUEST_ACK = "BX";
  public static final String APPLICATION_MESSAGE_REPORT = "BY";
  public static final String MARKET_SETTLEMENT_REPORT = "UMS";
  public static final String NEW_ORDER_LIST = "E";
  public static final String LIST_STATUS = "N";
  public static final String QUOTE_CANCEL = "Z";
  public static final String MASS_QUOTE_ACKNOWLEDGEMENT = "b";
  public static final String MASS_QUOTE = "i";
  public static final String QUOTE_STATUS_REPORT = "AI";
  public static final String PARTY_ACTION_REQUEST = "DH";
  public static final String PARTY_ACTION_REPORT = "DI";

  private MessageType() {}
}
