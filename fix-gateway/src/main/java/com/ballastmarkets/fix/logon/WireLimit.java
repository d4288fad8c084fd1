package com.ballastmarkets.fix.logon;

import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.core.filterchain.IoFilterAdapter;
import org.apache.mina.core.session.AttributeKey;
import org.apache.mina.core.session.IoSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cuts off a connection that sends more bytes than any message has without completing one: a body
 * length of gigabytes must not be waited for.
 */
public final class WireLimit extends IoFilterAdapter {
  private static final Logger LOG = LoggerFactory.getLogger(WireLimit.class);
  private static final AttributeKey BYTES = new AttributeKey(WireLimit.class, "bytes");
  private static final int MAX_BYTES = 256 * 1024;

  @Override
  public void messageReceived(NextFilter next, IoSession session, Object message) throws Exception {
    if (message instanceof IoBuffer buffer) {
      final int bytes = (int) session.getAttribute(BYTES, 0) + buffer.remaining();
      if (bytes > MAX_BYTES) {
        LOG.warn("closing {}: no message within {} bytes", session.getRemoteAddress(), MAX_BYTES);
        session.closeNow();
        return;
      }
      session.setAttribute(BYTES, bytes);
    }
    next.messageReceived(session, message);
  }

  static void messageComplete(IoSession session) {
    session.setAttribute(BYTES, 0);
  }
}
