package com.ballastmarkets.fix.logon;

import com.ballastmarkets.fix.FixCredentials;
import com.ballastmarkets.fix.FixLogin;
import com.ballastmarkets.fix.dictionary.Profile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import org.apache.mina.core.filterchain.IoFilterAdapter;
import org.apache.mina.core.session.AttributeKey;
import org.apache.mina.core.session.IdleStatus;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.filter.codec.ProtocolDecoderException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.SessionID;

/**
 * Stands between the wire and the FIX sessions: a connection's first message must be a Logon that
 * proves who sent it, and every later Logon on it must too. What is refused gets a Logout with one
 * fixed text and touches no session, so that nobody can move the numbers of another's session.
 */
public final class LogonGate extends IoFilterAdapter {
  /** All that a refused client is told. */
  public static final String REFUSED = "Logon refused";

  private static final Logger LOG = LoggerFactory.getLogger(LogonGate.class);
  private static final AttributeKey SENDER = new AttributeKey(LogonGate.class, "sender");

  /** The {@link SessionID} of a connection that was let in. */
  public static final AttributeKey SESSION = new AttributeKey(LogonGate.class, "session");

  private static final DateTimeFormatter SENDING_TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd-HH:mm:ss.SSS");
  private static final int LOGON_WITHIN_SECONDS = 10;

  private final LogonCheck check;
  private final InstantSource clock;
  private final Set<String> targetCompIds;
  private final Admission admission;

  /** Learns who was let in, before the session sees the Logon. */
  @FunctionalInterface
  public interface Admission {
    void admitted(
        String beginString, FixLogin login, String targetCompId, boolean nextExpectedMsgSeqNum);
  }

  public LogonGate(
      FixCredentials credentials,
      InstantSource clock,
      Set<String> targetCompIds,
      Admission admission) {
    this.check = new LogonCheck(credentials, clock);
    this.clock = clock;
    this.targetCompIds = Set.copyOf(targetCompIds);
    this.admission = admission;
  }

  @Override
  public void sessionCreated(NextFilter next, IoSession session) throws Exception {
    session.getConfig().setIdleTime(IdleStatus.READER_IDLE, LOGON_WITHIN_SECONDS);
    next.sessionCreated(session);
  }

  @Override
  public void sessionIdle(NextFilter next, IoSession session, IdleStatus status) throws Exception {
    if (session.getAttribute(SENDER) == null) {
      LOG.info("closing {}: no logon", session.getRemoteAddress());
      session.closeNow();
    } else {
      next.sessionIdle(session, status);
    }
  }

  @Override
  public void messageReceived(NextFilter next, IoSession session, Object message) throws Exception {
    WireLimit.messageComplete(session);
    final String raw = (String) message;
    if (LogonRequest.isLogon(raw)) {
      if (admit(session, LogonRequest.read(raw))) {
        next.messageReceived(session, message);
      }
    } else if (session.getAttribute(SENDER) != null) {
      next.messageReceived(session, message);
    } else {
      LOG.info("closing {}: the first message is no logon", session.getRemoteAddress());
      session.closeNow();
    }
  }

  /** What is no FIX at all: it is named without its bytes, which are a stranger's. */
  @Override
  public void exceptionCaught(NextFilter next, IoSession session, Throwable cause)
      throws Exception {
    if (!(cause instanceof ProtocolDecoderException)) {
      next.exceptionCaught(session, cause);
    } else if (session.getAttribute(SENDER) == null) {
      LOG.info("closing {}: what it sent is no FIX", session.getRemoteAddress());
      session.closeNow();
    } else {
      LOG.warn("garbled bytes from {} are passed over", session.getRemoteAddress());
    }
  }

  private boolean admit(IoSession session, LogonRequest request) {
    // To answer under a name or version that is not ours would only confuse: such are cut off.
    if (Profile.of(request.beginString()).isEmpty()
        || !targetCompIds.contains(request.targetCompId())) {
      LOG.info("closing {}: not a session of this venue", session.getRemoteAddress());
      session.closeNow();
      return false;
    }
    final Optional<FixLogin> login = check.check(request, address(session));
    if (login.isEmpty()) {
      LOG.warn("logon refused from {}", session.getRemoteAddress());
      session.write(refusal(request));
      session.closeOnFlush();
      return false;
    }
    session.setAttribute(SENDER, request.senderCompId());
    session.setAttribute(
        SESSION,
        new SessionID(
            request.beginString(),
            /* senderCompID= */ request.targetCompId(),
            /* targetCompID= */ request.senderCompId()));
    session.getConfig().setIdleTime(IdleStatus.READER_IDLE, 0);
    admission.admitted(
        request.beginString(),
        login.get(),
        request.targetCompId(),
        request.hasNextExpectedMsgSeqNum());
    return true;
  }

  private static InetAddress address(IoSession session) {
    return session.getRemoteAddress() instanceof InetSocketAddress socket
        ? socket.getAddress()
        : InetAddress.getLoopbackAddress();
  }

  private String refusal(LogonRequest request) {
    final String body =
        "35=5\u000134=1\u000149="
            + request.targetCompId()
            + "\u000152="
            + SENDING_TIME.format(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
            + "\u000156="
            + request.senderCompId()
            + "\u000158="
            + REFUSED
            + '\u0001';
    final String message =
        "8=" + request.beginString() + "\u00019=" + body.length() + '\u0001' + body;
    int sum = 0;
    for (final byte octet : message.getBytes(StandardCharsets.ISO_8859_1)) {
      sum += octet & 0xFF;
    }
    return message + "10=" + String.format("%03d", sum % 256) + '\u0001';
  }
}
