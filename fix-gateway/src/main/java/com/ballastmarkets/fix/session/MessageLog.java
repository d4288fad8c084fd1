package com.ballastmarkets.fix.session;

import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.Log;
import quickfix.LogFactory;
import quickfix.SessionID;

/**
 * Writes a session's messages and events to the logger {@code fix.SESSION}: messages at debug,
 * events at info. Signatures and passwords are left out.
 */
public final class MessageLog implements Log {
  private static final Pattern SECRET = Pattern.compile("(?<=\u0001)(96|554|925)=[^\u0001]*");

  private final Logger logger;

  private MessageLog(SessionID sessionId) {
    this.logger =
        LoggerFactory.getLogger(
            "fix."
                + sessionId.getBeginString().replace('.', '_')
                + '.'
                + sessionId.getTargetCompID());
  }

  /** Makes the log of each session. */
  public static LogFactory factory() {
    return MessageLog::new;
  }

  @Override
  public void clear() {
    // Log files are kept by the logging back end.
  }

  @Override
  public void onIncoming(String message) {
    if (logger.isDebugEnabled()) {
      logger.debug("< {}", printable(message));
    }
  }

  @Override
  public void onOutgoing(String message) {
    if (logger.isDebugEnabled()) {
      logger.debug("> {}", printable(message));
    }
  }

  @Override
  public void onEvent(String text) {
    logger.info("{}", printable(text));
  }

  @Override
  public void onErrorEvent(String text) {
    logger.warn("{}", printable(text));
  }

  private static String printable(String message) {
    return SECRET.matcher(message).replaceAll("$1=***").replace('\u0001', '|');
  }
}
