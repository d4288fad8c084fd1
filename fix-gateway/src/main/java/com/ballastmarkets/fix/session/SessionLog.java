package com.ballastmarkets.fix.session;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What all FIX sessions of a gateway have sent and where they stand, in one append-only log.
 *
 * <p>The log is a row of equally long files, mapped into memory: a record is safe from the end of
 * the process as soon as it is appended, and a thread forces it to the disk a few milliseconds
 * later for all sessions at once. If the machine itself went down in between, the next start finds
 * another boot id and leaves a gap in the outgoing numbers, which clients have resent: no number is
 * ever used for two messages.
 *
 * <pre>  record: int length | int crc32c of what follows | byte kind | content</pre>
 */
public final class SessionLog implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SessionLog.class);

  /** The outgoing numbers skipped after the machine went down. */
  static final int GAP_AFTER_POWER_LOSS = 10_000;

  private static final int HEADER_BYTES = 8;
  private static final int DEFAULT_SEGMENT_BYTES = 16 * 1024 * 1024;
  private static final long FORCE_EVERY_NANOS = 2_000_000;

  private final Path directory;
  private final int segmentBytes;
  private final FileChannel lockChannel;
  private final List<MappedByteBuffer> segments = new ArrayList<>();
  private final Map<String, StoredSession> sessions = new LinkedHashMap<>();
  private final List<StoredSession> byNumber = new ArrayList<>();
  private final Thread forcing;
  private int writePosition;
  private int firstUnforcedSegment;
  private boolean dirty;
  private boolean closed;
  private boolean failed;

  private SessionLog(Path directory, int segmentBytes, FileChannel lockChannel) {
    this.directory = directory;
    this.segmentBytes = segmentBytes;
    this.lockChannel = lockChannel;
    this.forcing = Thread.ofPlatform().name("fix-session-log").daemon().unstarted(this::force);
  }

  /**
   * Opens the log of a directory and reads where all sessions stand.
   *
   * @throws IOException if the directory cannot be used, or another gateway uses it
   */
  public static SessionLog open(Path directory) throws IOException {
    return open(directory, DEFAULT_SEGMENT_BYTES, bootId());
  }

  static SessionLog open(Path directory, int segmentBytes, String bootId) throws IOException {
    Files.createDirectories(directory);
    final FileChannel lockChannel =
        FileChannel.open(
            directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!lock(lockChannel)) {
      lockChannel.close();
      throw new IOException("another gateway uses the session log in " + directory);
    }
    final SessionLog log = new SessionLog(directory, segmentBytes, lockChannel);
    log.recover();
    log.noteBoot(bootId);
    log.forcing.start();
    return log;
  }

  private static boolean lock(FileChannel channel) throws IOException {
    try {
      final FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static String bootId() throws IOException {
    final Path file = Path.of("/proc/sys/kernel/random/boot_id");
    return Files.isReadable(file) ? Files.readString(file).strip() : "unknown";
  }

  /** The session of that name, new if there was none. */
  public synchronized StoredSession session(String name) throws IOException {
    StoredSession session = sessions.get(name);
    if (session == null) {
      append(Kind.SESSION, out -> out.writeUTF(name));
      session = create(name);
    }
    return session;
  }

  /** All sessions that ever were, in the order of their first appearance. */
  public synchronized Collection<StoredSession> sessions() {
    return List.copyOf(sessions.values());
  }

  /** Whether records can still be kept. */
  public synchronized boolean isHealthy() {
    return !failed && !closed;
  }

  private StoredSession create(String name) {
    final StoredSession session = new StoredSession(this, byNumber.size(), name);
    sessions.put(name, session);
    byNumber.add(session);
    return session;
  }

  /** The kinds of record; the ordinal is what stands in the file. */
  enum Kind {
    BOOT,
    SESSION,
    SENT,
    NUMBERS,
    RESET,
    PRESENCE,
    ATTRIBUTES
  }

  /** Writes a record's content. */
  @FunctionalInterface
  interface Content {
    void write(DataOutputStream out) throws IOException;
  }

  /**
   * Appends a record.
   *
   * @return where it stands, for {@link #read}
   * @throws IOException if it could not be kept
   */
  synchronized long append(Kind kind, Content content) throws IOException {
    if (failed || closed) {
      throw new IOException("the session log is " + (closed ? "closed" : "broken"));
    }
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    final DataOutputStream out = new DataOutputStream(bytes);
    out.writeByte(kind.ordinal());
    content.write(out);
    return append(bytes.toByteArray());
  }

  private synchronized long append(byte[] content) throws IOException {
    final int length = HEADER_BYTES + content.length;
    if (length > segmentBytes) {
      throw new IOException("a record of " + length + " bytes is too long");
    }
    if (segments.isEmpty() || writePosition + length > segmentBytes) {
      addSegment();
    }
    final int segment = segments.size() - 1;
    final MappedByteBuffer buffer = segments.get(segment);
    final CRC32C crc = new CRC32C();
    crc.update(content);
    final int position = writePosition;
    buffer.put(position + HEADER_BYTES, content);
    buffer.putInt(position + 4, (int) crc.getValue());
    buffer.putInt(position, length);
    writePosition += length;
    if (!dirty) {
      dirty = true;
      notifyAll();
    }
    return (long) segment << 32 | position;
  }

  private void addSegment() throws IOException {
    try {
      segments.add(map(segments.size()));
      writePosition = 0;
    } catch (IOException e) {
      failed = true;
      LOG.error("the session log cannot grow; no more messages are sent", e);
      throw e;
    }
  }

  /** A new file is filled with zeros first: a full disk must be noticed here, not in the map. */
  private MappedByteBuffer map(int segment) throws IOException {
    final Path file = segmentFile(segment);
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      final ByteBuffer zeros = ByteBuffer.allocate(1 << 16);
      while (channel.size() < segmentBytes) {
        final long missing = segmentBytes - channel.size();
        zeros.clear().limit((int) Math.min(zeros.capacity(), missing));
        channel.write(zeros, channel.size());
      }
      return channel.map(FileChannel.MapMode.READ_WRITE, 0, segmentBytes);
    }
  }

  private Path segmentFile(int segment) {
    return directory.resolve(String.format("sessions-%06d.log", segment));
  }

  /** The content of the record that stands there. */
  synchronized ByteBuffer read(long place) {
    final MappedByteBuffer buffer = segments.get((int) (place >>> 32));
    final int position = (int) place;
    final int length = buffer.getInt(position);
    return buffer.slice(position + HEADER_BYTES, length - HEADER_BYTES);
  }

  private void recover() throws IOException {
    for (int segment = 0; Files.exists(segmentFile(segment)); segment++) {
      final MappedByteBuffer buffer = map(segment);
      segments.add(buffer);
      writePosition = 0;
      while (isRecord(buffer, writePosition)) {
        final long place = (long) segment << 32 | writePosition;
        apply(place, read(place));
        writePosition += buffer.getInt(writePosition);
      }
    }
    if (!segments.isEmpty()) {
      final MappedByteBuffer last = segments.getLast();
      last.put(writePosition, new byte[segmentBytes - writePosition]);
    }
  }

  private boolean isRecord(MappedByteBuffer buffer, int position) {
    if (position + HEADER_BYTES > segmentBytes) {
      return false;
    }
    final int length = buffer.getInt(position);
    if (length <= HEADER_BYTES || length > segmentBytes - position) {
      return false;
    }
    final CRC32C crc = new CRC32C();
    crc.update(buffer.slice(position + HEADER_BYTES, length - HEADER_BYTES));
    return (int) crc.getValue() == buffer.getInt(position + 4);
  }

  private String lastBootId = "";

  private void apply(long place, ByteBuffer content) {
    switch (Kind.values()[content.get()]) {
      case BOOT -> lastBootId = readUtf(content);
      case SESSION -> create(readUtf(content));
      case SENT -> byNumber.get(content.getInt()).recoverSent(place, content);
      case NUMBERS -> byNumber.get(content.getInt()).recoverNumbers(content);
      case RESET -> byNumber.get(content.getInt()).recoverReset(content);
      case PRESENCE -> byNumber.get(content.getInt()).recoverPresence(content);
      case ATTRIBUTES -> byNumber.get(content.getInt()).recoverAttributes(content);
    }
  }

  static String readUtf(ByteBuffer content) {
    final byte[] text = new byte[content.getShort() & 0xFFFF];
    content.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }

  private void noteBoot(String bootId) throws IOException {
    if (!lastBootId.isEmpty() && !lastBootId.equals(bootId)) {
      for (final StoredSession session : byNumber) {
        session.skipAfterPowerLoss();
      }
    }
    append(Kind.BOOT, out -> out.writeUTF(bootId));
  }

  /**
   * Sleeps while nothing is appended. Two forces keep their distance, so that the disk has time for
   * the venue's own log, which orders wait for.
   */
  private void force() {
    try {
      while (awaitAppended()) {
        forceOnce();
        LockSupport.parkNanos(FORCE_EVERY_NANOS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (java.io.UncheckedIOException e) {
      synchronized (this) {
        failed = true;
      }
      LOG.error("the session log cannot be forced to the disk; no more messages are sent", e);
    }
  }

  /** False when the log is closed. */
  private synchronized boolean awaitAppended() throws InterruptedException {
    while (!dirty && !closed) {
      wait();
    }
    return !closed;
  }

  private void forceOnce() {
    final List<MappedByteBuffer> unforced;
    final int segment;
    synchronized (this) {
      dirty = false;
      segment = segments.size() - 1;
      unforced = List.copyOf(segments.subList(firstUnforcedSegment, segments.size()));
    }
    unforced.forEach(MappedByteBuffer::force);
    firstUnforcedSegment = segment;
  }

  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      notifyAll();
    }
    try {
      forcing.join();
      segments
          .subList(Math.min(firstUnforcedSegment, segments.size()), segments.size())
          .forEach(MappedByteBuffer::force);
      lockChannel.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.warn("the lock of the session log was not released", e);
    }
  }
}
