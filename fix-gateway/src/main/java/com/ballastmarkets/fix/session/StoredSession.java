package com.ballastmarkets.fix.session;

import com.ballastmarkets.fix.session.SessionLog.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.TimeZone;
import java.util.TreeSet;
import quickfix.MessageStore;

/**
 * One session's numbers, sent messages and place in the journal. Safe for use by many threads.
 *
 * <p>A sent message is kept together with the place in the journal that it tells of, in one record:
 * after a crash nothing is told twice and nothing is left out. An incoming number is kept only when
 * the venue has answered what came under it; until then a crash makes the gateway ask for it again.
 */
public final class StoredSession implements MessageStore {
  /** The journal place of the message that is being sent on this thread. */
  private static final ScopedValue<Long> PLACE = ScopedValue.newInstance();

  private static final int NO_RECORD = -1;
  private static final int RESERVED_NUMBERS = 1_000;
  private static final long REMEMBERED_MILLIS = 24L * 60 * 60 * 1_000;

  private record Attributes(long keptMillis, String text) {}

  private final SessionLog log;
  private final int number;
  private final String name;

  private int nextSender = 1;
  private int nextTarget = 1;
  private long created = System.currentTimeMillis();
  private long[] sent = new long[64];
  private long journalPlace;
  private boolean present;
  private boolean cancelOnDisconnect;
  private boolean cancelQuotesOnDisconnect;
  private final TreeSet<Integer> unanswered = new TreeSet<>();
  private int keptTarget = 1;
  private boolean numbersOnly;
  private int reservedUpTo;
  private final LinkedHashMap<String, Attributes> attributes = new LinkedHashMap<>();

  StoredSession(SessionLog log, int number, String name) {
    this.log = log;
    this.number = number;
    this.name = name;
    Arrays.fill(sent, NO_RECORD);
  }

  /** As the FIX engine names it: {@code FIX.4.4:BALLAST-OE->DESK1}. */
  public String name() {
    return name;
  }

  // ---- what the venue's side adds --------------------------------------------------------------

  /** Runs something that sends one message; it is kept as telling of that place in the journal. */
  public void sendingOf(long place, Runnable send) {
    ScopedValue.where(PLACE, place).run(send);
  }

  /** The last place in the journal that a sent message tells of. */
  public synchronized long journalPlace() {
    return journalPlace;
  }

  /** Starts from a place in the journal: what happened before is not told to this session. */
  public synchronized void startAt(long place) throws IOException {
    if (place > journalPlace) {
      journalPlace = place;
      keepNumbers();
    }
  }

  /** A message under this incoming number has been handed to the venue. */
  public synchronized void awaitAnswer(int msgSeqNum) {
    unanswered.add(msgSeqNum);
  }

  /** The venue has answered it, or has certainly not taken it. */
  public synchronized void answered(int msgSeqNum) {
    if (unanswered.remove(msgSeqNum)) {
      keepTarget();
    }
  }

  /** Notes that the client is logged on, and whether orders and quotes go when it is not. */
  public void present(boolean cancelOnDisconnect) throws IOException {
    present(cancelOnDisconnect, cancelOnDisconnect);
  }

  /** Notes that the client is logged on, and what of it is to go when it is not. */
  public synchronized void present(boolean cancelOrders, boolean cancelQuotes) throws IOException {
    present = true;
    cancelOnDisconnect = cancelOrders;
    cancelQuotesOnDisconnect = cancelQuotes;
    keepPresence();
  }

  /** Notes that the client has gone, and what it wanted then is done. */
  public synchronized void gone() throws IOException {
    present = false;
    cancelOnDisconnect = false;
    cancelQuotesOnDisconnect = false;
    keepPresence();
  }

  /** Whether the client was logged on and wanted its orders cancelled when it is not. */
  public synchronized boolean owesCancel() {
    return present && cancelOnDisconnect;
  }

  /** Whether the client was logged on and its quotes are to be cancelled when it is not. */
  public synchronized boolean owesQuoteCancel() {
    return present && cancelQuotesOnDisconnect;
  }

  /**
   * Keeps numbers and no messages: what the client asks for again is filled with a gap. Numbers are
   * reserved in blocks, so that none is used twice after a crash.
   */
  public synchronized void keepNumbersOnly() {
    numbersOnly = true;
  }

  /** The number is about to be used. */
  private void reserve(int sequence) throws IOException {
    if (sequence >= reservedUpTo) {
      reservedUpTo = sequence + RESERVED_NUMBERS;
      keepNumbers();
    }
  }

  /**
   * Keeps what an order says beside what the venue needs, for a day. The first text of a ClOrdID
   * stays.
   */
  public synchronized void keepAttributes(String clOrdId, String text) throws IOException {
    if (text.isEmpty() || attributes.containsKey(clOrdId)) {
      return;
    }
    final long now = System.currentTimeMillis();
    log.append(
        Kind.ATTRIBUTES,
        out -> {
          out.writeInt(number);
          out.writeLong(now);
          out.writeUTF(clOrdId);
          out.writeUTF(text);
        });
    remember(clOrdId, text, now);
  }

  void recoverAttributes(ByteBuffer content) {
    final long kept = content.getLong();
    remember(SessionLog.readUtf(content), SessionLog.readUtf(content), kept);
  }

  private void remember(String clOrdId, String text, long keptMillis) {
    attributes.putIfAbsent(clOrdId, new Attributes(keptMillis, text));
    final long forgotten = System.currentTimeMillis() - REMEMBERED_MILLIS;
    final Iterator<Attributes> oldestFirst = attributes.values().iterator();
    while (oldestFirst.hasNext() && oldestFirst.next().keptMillis() < forgotten) {
      oldestFirst.remove();
    }
  }

  /** What was kept for an order; empty if nothing was. */
  public synchronized String attributes(String clOrdId) {
    final Attributes kept = attributes.get(clOrdId);
    return kept == null ? "" : kept.text();
  }

  // ---- the FIX engine's store ------------------------------------------------------------------

  @Override
  public synchronized boolean set(int sequence, String message) throws IOException {
    if (numbersOnly) {
      reserve(sequence);
      return true;
    }
    final long place = PLACE.orElse(0L);
    final byte[] bytes = message.getBytes(StandardCharsets.ISO_8859_1);
    final long record =
        log.append(
            Kind.SENT,
            out -> {
              out.writeInt(number);
              out.writeInt(sequence);
              out.writeLong(place);
              out.write(bytes);
            });
    remember(sequence, record, place);
    return true;
  }

  void recoverSent(long record, ByteBuffer content) {
    remember(content.getInt(), record, content.getLong());
    nextSender = Math.max(nextSender, lastRemembered + 1);
  }

  private int lastRemembered;

  private void remember(int sequence, long record, long place) {
    if (sequence >= sent.length) {
      final int length = sent.length;
      sent = Arrays.copyOf(sent, Math.max(sequence + 1, length * 2));
      Arrays.fill(sent, length, sent.length, NO_RECORD);
    }
    sent[sequence] = record;
    lastRemembered = sequence;
    journalPlace = Math.max(journalPlace, place);
  }

  @Override
  public synchronized void get(int startSequence, int endSequence, Collection<String> messages) {
    final int end = Math.min(endSequence, sent.length - 1);
    for (int sequence = Math.max(1, startSequence); sequence <= end; sequence++) {
      if (sent[sequence] != NO_RECORD) {
        final ByteBuffer content = log.read(sent[sequence]);
        content.position(1 + 4 + 4 + 8);
        messages.add(StandardCharsets.ISO_8859_1.decode(content).toString());
      }
    }
  }

  @Override
  public synchronized int getNextSenderMsgSeqNum() {
    return nextSender;
  }

  @Override
  public synchronized int getNextTargetMsgSeqNum() {
    return nextTarget;
  }

  @Override
  public synchronized void setNextSenderMsgSeqNum(int next) throws IOException {
    nextSender = next;
    keepNumbers();
  }

  @Override
  public synchronized void setNextTargetMsgSeqNum(int next) {
    nextTarget = next;
    keepTarget();
  }

  /** The number is in the record of the message that was sent under it. */
  @Override
  public synchronized void incrNextSenderMsgSeqNum() {
    nextSender++;
  }

  @Override
  public synchronized void incrNextTargetMsgSeqNum() {
    nextTarget++;
    keepTarget();
  }

  private void keepTarget() {
    final int target = unanswered.isEmpty() ? nextTarget : unanswered.first();
    if (target != keptTarget) {
      try {
        keepNumbers();
      } catch (IOException e) {
        // The log has said so. An incoming number that is not kept is asked for again.
        return;
      }
    }
  }

  private void keepNumbers() throws IOException {
    final int target = unanswered.isEmpty() ? nextTarget : unanswered.first();
    log.append(
        Kind.NUMBERS,
        out -> {
          out.writeInt(number);
          out.writeInt(Math.max(Math.max(nextSender, lastRemembered + 1), reservedUpTo));
          out.writeInt(target);
          out.writeLong(journalPlace);
        });
    keptTarget = target;
  }

  void recoverNumbers(ByteBuffer content) {
    nextSender = content.getInt();
    nextTarget = content.getInt();
    keptTarget = nextTarget;
    journalPlace = Math.max(journalPlace, content.getLong());
  }

  void skipAfterPowerLoss() throws IOException {
    nextSender += SessionLog.GAP_AFTER_POWER_LOSS;
    keepNumbers();
  }

  @Override
  public synchronized Date getCreationTime() {
    return new Date(created);
  }

  @Override
  public synchronized Calendar getCreationTimeCalendar() {
    final Calendar calendar = Calendar.getInstance(TimeZone.getTimeZone("UTC"));
    calendar.setTimeInMillis(created);
    return calendar;
  }

  /** Numbers start again at 1 and sent messages are forgotten; the place in the journal stays. */
  @Override
  public synchronized void reset() throws IOException {
    final long now = System.currentTimeMillis();
    log.append(
        Kind.RESET,
        out -> {
          out.writeInt(number);
          out.writeLong(now);
        });
    restart(now);
  }

  void recoverReset(ByteBuffer content) {
    restart(content.getLong());
  }

  private void restart(long now) {
    created = now;
    nextSender = 1;
    nextTarget = 1;
    keptTarget = 1;
    lastRemembered = 0;
    reservedUpTo = 0;
    unanswered.clear();
    Arrays.fill(sent, NO_RECORD);
  }

  private void keepPresence() throws IOException {
    log.append(
        Kind.PRESENCE,
        out -> {
          out.writeInt(number);
          out.writeBoolean(present);
          out.writeByte((cancelOnDisconnect ? 1 : 0) | (cancelQuotesOnDisconnect ? 2 : 0));
        });
  }

  void recoverPresence(ByteBuffer content) {
    present = content.get() != 0;
    final int cancels = content.get();
    cancelOnDisconnect = (cancels & 1) != 0;
    cancelQuotesOnDisconnect = (cancels & 2) != 0;
  }

  @Override
  public void refresh() {
    // This process is the only one that writes the log, so there is nothing newer to read.
  }
}
