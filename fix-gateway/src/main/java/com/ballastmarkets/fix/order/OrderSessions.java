package com.ballastmarkets.fix.order;

import com.ballastmarkets.fix.FixLogin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quickfix.SessionID;

/** The order entry sessions that ever were, by name and by the key their orders carry. */
final class OrderSessions {
  private final Map<SessionID, OrderSession> byId = new LinkedHashMap<>();
  private final Map<Long, OrderSession> byKey = new LinkedHashMap<>();

  /** Makes a session. */
  @FunctionalInterface
  interface Maker {
    OrderSession make() throws IOException;
  }

  synchronized OrderSession get(SessionID sessionId, Maker maker) throws IOException {
    OrderSession session = byId.get(sessionId);
    if (session == null) {
      session = maker.make();
      byId.put(sessionId, session);
      byKey.put(session.key(), session);
    }
    return session;
  }

  synchronized Collection<OrderSession> all() {
    return List.copyOf(byId.values());
  }

  /** The session whose orders carry that key. */
  synchronized @Nullable OrderSession byKey(long key) {
    return byKey.get(key);
  }

  /** The session of an account if it has just one. */
  synchronized @Nullable OrderSession onlyOf(long accountId) {
    final List<OrderSession> found = new ArrayList<>();
    for (final OrderSession session : byId.values()) {
      final FixLogin login = session.login();
      if (login != null && login.accountId() == accountId) {
        found.add(session);
      }
    }
    return found.size() == 1 ? found.getFirst() : null;
  }
}
