package com.ballastmarkets.fix.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionLogTest {
  private static final int SEGMENT = 4096;
  @TempDir private Path directory;

  private SessionLog open() throws IOException {
    return SessionLog.open(directory, SEGMENT, "boot-1");
  }

  /** As the FIX engine does it: keep, then count. */
  private static void send(StoredSession session, String message) throws IOException {
    session.set(session.getNextSenderMsgSeqNum(), message);
    session.incrNextSenderMsgSeqNum();
  }

  private static List<String> sent(StoredSession session) {
    final List<String> messages = new ArrayList<>();
    session.get(1, Integer.MAX_VALUE, messages);
    return messages;
  }

  @Test
  void numbersMessagesAndPlacesAreThereAgain() throws Exception {
    try (SessionLog log = open()) {
      final StoredSession alice = log.session("ALICE");
      final StoredSession bob = log.session("BOB");
      send(alice, "logon");
      alice.sendingOf(
          41,
          () -> {
            try {
              send(alice, "report");
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
      alice.incrNextTargetMsgSeqNum();
      bob.present(true);
    }
    try (SessionLog log = open()) {
      assertThat(log.sessions()).extracting(StoredSession::name).containsExactly("ALICE", "BOB");
      final StoredSession alice = log.session("ALICE");
      assertThat(sent(alice)).containsExactly("logon", "report");
      assertThat(alice.getNextSenderMsgSeqNum()).isEqualTo(3);
      assertThat(alice.getNextTargetMsgSeqNum()).isEqualTo(2);
      assertThat(alice.journalPlace()).isEqualTo(41);
      assertThat(alice.owesCancel()).isFalse();
      assertThat(log.session("BOB").owesCancel()).isTrue();
    }
  }

  @Test
  void anUnansweredRequestIsAskedForAgain() throws Exception {
    try (SessionLog log = open()) {
      final StoredSession alice = log.session("ALICE");
      alice.awaitAnswer(1);
      alice.incrNextTargetMsgSeqNum();
      alice.awaitAnswer(2);
      alice.incrNextTargetMsgSeqNum();
      alice.answered(1);
      assertThat(alice.getNextTargetMsgSeqNum()).isEqualTo(3);
    }
    try (SessionLog log = open()) {
      assertThat(log.session("ALICE").getNextTargetMsgSeqNum()).isEqualTo(2);
    }
  }

  @Test
  void aResetForgetsMessagesAndKeepsThePlace() throws Exception {
    try (SessionLog log = open()) {
      final StoredSession alice = log.session("ALICE");
      alice.startAt(7);
      send(alice, "old");
      alice.reset();
      send(alice, "new");
    }
    try (SessionLog log = open()) {
      final StoredSession alice = log.session("ALICE");
      assertThat(sent(alice)).containsExactly("new");
      assertThat(alice.getNextSenderMsgSeqNum()).isEqualTo(2);
      assertThat(alice.journalPlace()).isEqualTo(7);
    }
  }

  @Test
  void aTornRecordAtTheEndIsAsIfNeverWritten() throws Exception {
    try (SessionLog log = open()) {
      final StoredSession alice = log.session("ALICE");
      send(alice, "whole");
      send(alice, "torn");
    }
    try (RandomAccessFile file =
        new RandomAccessFile(directory.resolve("sessions-000000.log").toFile(), "rw")) {
      final byte[] bytes = new byte[SEGMENT];
      file.readFully(bytes);
      final int at =
          new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("torn");
      file.seek(at);
      file.write('T');
    }
    try (SessionLog log = open()) {
      final StoredSession alice = log.session("ALICE");
      assertThat(sent(alice)).containsExactly("whole");
      send(alice, "again");
    }
    try (SessionLog log = open()) {
      assertThat(sent(log.session("ALICE"))).containsExactly("whole", "again");
    }
  }

  @Test
  void manySegmentsAndRestartsKeepEverything() throws Exception {
    final long seed = 20_250_315L;
    final Random random = new Random(seed);
    final List<String> expected = new ArrayList<>();
    for (int restart = 0; restart < 10; restart++) {
      try (SessionLog log = open()) {
        final StoredSession alice = log.session("ALICE");
        for (int i = 0; i < 20; i++) {
          final String message = "m".repeat(random.nextInt(1_000)) + expected.size();
          expected.add(message);
          send(alice, message);
        }
      }
    }
    try (SessionLog log = open()) {
      assertThat(sent(log.session("ALICE"))).as("seed %d", seed).isEqualTo(expected);
    }
  }

  @Test
  void afterAPowerLossNumbersLeaveAGap() throws Exception {
    try (SessionLog log = open()) {
      send(log.session("ALICE"), "one");
    }
    try (SessionLog log = SessionLog.open(directory, SEGMENT, "boot-2")) {
      assertThat(log.session("ALICE").getNextSenderMsgSeqNum())
          .isEqualTo(2 + SessionLog.GAP_AFTER_POWER_LOSS);
    }
    try (SessionLog log = SessionLog.open(directory, SEGMENT, "boot-2")) {
      assertThat(log.session("ALICE").getNextSenderMsgSeqNum())
          .isEqualTo(2 + SessionLog.GAP_AFTER_POWER_LOSS);
      assertThat(sent(log.session("ALICE"))).containsExactly("one");
    }
  }

  @Test
  void oneGatewayAtATime() throws Exception {
    try (SessionLog log = open()) {
      assertThat(log.isHealthy()).isTrue();
      assertThatThrownBy(this::open)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("another gateway");
    }
    open().close();
  }

  @Test
  void aMessageLongerThanASegmentIsRefused() throws Exception {
    try (SessionLog log = open()) {
      final StoredSession alice = log.session("ALICE");
      assertThatThrownBy(() -> alice.set(1, "x".repeat(SEGMENT)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("too long");
      send(alice, "short");
      assertThat(sent(alice)).containsExactly("short");
    }
  }
}
