package com.ballastmarkets.fix.dropcopy;

import com.ballastmarkets.fix.FixCredentials;
import com.ballastmarkets.fix.FixLogin;
import com.ballastmarkets.fix.dictionary.MessageType;
import com.ballastmarkets.fix.dictionary.Tag;
import com.ballastmarkets.fix.order.ExecutionHistory;
import com.ballastmarkets.fix.order.Executions;
import com.ballastmarkets.fix.order.Executions.Execution;
import com.ballastmarkets.fix.order.RefusedRequest;
import com.ballastmarkets.fix.session.LaneService;
import com.ballastmarkets.fix.session.ParticipantSessions;
import com.ballastmarkets.fix.session.SessionLog;
import com.ballastmarkets.fix.session.ToldSession;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import quickfix.FieldNotFound;
import quickfix.Message;
import quickfix.SessionID;
import quickfix.UnsupportedMessageType;

/**
 * {@code BALLAST-DC}: copies of a participant's execution reports. A session's place is the number
 * of the last execution it was told of, kept with the message that told it: after a crash nothing
 * is missing and nothing comes twice.
 *
 * <p>A session begins with what happens after its first logon; anything earlier can be asked for.
 */
public final class DropCopy extends LaneService {
  private final Executor lane;
  private final Executions executions;
  private final ExecutionHistory history;
  private final ParticipantSessions sessions;
  private final Map<SessionID, Runnable> replays = new ConcurrentHashMap<>();

  public DropCopy(
      SessionLog log,
      FixCredentials credentials,
      Executor lane,
      Executions executions,
      ExecutionHistory history,
      int messagesPerSecond) {
    super("BALLAST-DC", messagesPerSecond);
    this.lane = lane;
    this.executions = executions;
    this.history = history;
    this.sessions = new ParticipantSessions(targetCompId(), log, credentials, executions::count);
    executions.add(this::executed);
  }

  // ---- sessions --------------------------------------------------------------------------------

  @Override
  public void admitted(SessionID sessionId, FixLogin login) {
    super.admitted(sessionId, login);
    sessions.admitted(sessionId, login);
  }

  @Override
  public void loggedOn(SessionID sessionId, boolean cancelOnDisconnect) {
    sessions.loggedOn(sessionId);
  }

  @Override
  public void loggedOut(SessionID sessionId) {
    sessions.loggedOut(sessionId);
    stopReplay(sessionId);
  }

  private void stopReplay(SessionID sessionId) {
    final Runnable stop = replays.remove(sessionId);
    if (stop != null) {
      stop.run();
    }
  }

  // ---- executions ------------------------------------------------------------------------------

  private void executed(Execution execution) {
    final List<ToldSession> toTell = sessions.of(execution.participantId());
    if (toTell.isEmpty()) {
      return;
    }
    final Message copy = copy(execution, false);
    lane.execute(() -> {
      for (final ToldSession session : toTell) {
        session.tell(execution.number(), () -> (Message) copy.clone());
      }
    });
  }

  private static Message copy(Execution execution, boolean again) {
    final Message copy = (Message) execution.report().clone();
    copy.setString(Tag.ACCOUNT, Long.toString(execution.accountId()));
    copy.setBoolean(Tag.COPY_MSG_INDICATOR, true);
    copy.setString(Tag.APPL_ID, ReplayRequest.APPL_ID);
    copy.setString(Tag.APPL_SEQ_NUM, Long.toString(execution.number()));
    if (again) {
      copy.setBoolean(Tag.APPL_RESEND_FLAG, true);
    }
    return copy;
  }

  // ---- requests --------------------------------------------------------------------------------

  @Override
  protected void requested(Message message, String msgType, SessionID sessionId, FixLogin login)
      throws FieldNotFound, UnsupportedMessageType {
    if (!MessageType.APPLICATION_MESSAGE_REQUEST.equals(msgType)) {
      throw new UnsupportedMessageType();
    }
    final String requestId = message.getString(Tag.APPL_REQ_ID);
    final int type = message.getInt(Tag.APPL_REQ_TYPE);
    try {
      answer(ReplayRequest.read(message), sessionId, login);
    } catch (RefusedRequest e) {
      send(
          sessionId,
          ReplayRequest.ack(requestId, type, e.ordRejReason(), e.code() + ": " + e.explanation()));
    }
  }

  private void answer(ReplayRequest request, SessionID sessionId, FixLogin login)
      throws RefusedRequest {
    switch (request.type()) {
      case ReplayRequest.RETRANSMISSION -> replay(request, sessionId, login);
      case ReplayRequest.LAST_NUMBER -> {
        acknowledge(request, sessionId);
        send(
            sessionId,
            ReplayRequest.report(
                request.requestId(),
                ReplayRequest.LAST_MESSAGE,
                executions.count(login.participantId())));
      }
      case ReplayRequest.CANCEL_RETRANSMISSION -> {
        stopReplay(sessionId);
        acknowledge(request, sessionId);
      }
      default ->
          throw new RefusedRequest(
              "UNSUPPORTED_REQUEST", ReplayRequest.NOT_AVAILABLE, "field 1347 is 0, 2 or 5 here");
    }
  }

  private static void acknowledge(ReplayRequest request, SessionID sessionId) {
    send(sessionId, ReplayRequest.ack(request.requestId(), request.type(), ReplayRequest.DONE, ""));
  }

  /** What happened until now is told again; what happens meanwhile is told as it happens. */
  private void replay(ReplayRequest request, SessionID sessionId, FixLogin login)
      throws RefusedRequest {
    final long participantId = login.participantId();
    final long last = Math.min(request.to(), executions.count(participantId));
    final Runnable placeholder = () -> {};
    if (replays.putIfAbsent(sessionId, placeholder) != null) {
      throw new RefusedRequest(
          "REPLAY_RUNNING", ReplayRequest.NOT_AVAILABLE, "one replay of a session at a time");
    }
    acknowledge(request, sessionId);
    final @Nullable Runnable stop =
        history.replay(
            participantId,
            request.from(),
            request.fromNanos(),
            execution -> {
              if (execution.participantId() == participantId
                  && execution.number() >= request.from()
                  && execution.number() <= last
                  && isWanted(execution, request)
                  && replays.containsKey(sessionId)) {
                send(sessionId, copy(execution, true));
              }
            },
            () -> {
              if (replays.remove(sessionId) != null) {
                send(
                    sessionId,
                    ReplayRequest.report(request.requestId(), ReplayRequest.COMPLETED, last));
              }
            });
    replays.replace(sessionId, placeholder, stop);
  }

  private static boolean isWanted(Execution execution, ReplayRequest request) {
    return request.fromNanos() == Long.MAX_VALUE || execution.timeNanos() >= request.fromNanos();
  }
}
