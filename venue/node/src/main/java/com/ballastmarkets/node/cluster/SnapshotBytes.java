package com.ballastmarkets.node.cluster;

import com.ballastmarkets.protocol.sbe.MessageHeaderDecoder;
import com.ballastmarkets.protocol.sbe.MessageHeaderEncoder;
import com.ballastmarkets.protocol.sbe.SnapshotBeginDecoder;
import com.ballastmarkets.protocol.sbe.SnapshotBeginEncoder;
import com.ballastmarkets.protocol.sbe.SnapshotChunkDecoder;
import com.ballastmarkets.protocol.sbe.SnapshotChunkEncoder;
import com.ballastmarkets.protocol.sbe.SnapshotEndDecoder;
import com.ballastmarkets.protocol.sbe.SnapshotEndEncoder;
import com.ballastmarkets.protocol.snapshot.StateReader;
import com.ballastmarkets.protocol.snapshot.StateWriter;
import io.aeron.ExclusivePublication;
import io.aeron.FragmentAssembler;
import io.aeron.Image;
import io.aeron.Publication;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.UnsafeBuffer;

/** A snapshot's way into the archive and out of it: begin, chunks, end with a hash. */
final class SnapshotBytes {
  private static final int CHUNK = 32 * 1024;
  private static final int CHUNK_OVERHEAD = 64;
  private static final int HASH_LENGTH = 32;

  private SnapshotBytes() {}

  /**
   * What a snapshot holds.
   *
   * @param lastSequence of the last event before it
   * @param venueOffsetNanos venue time − sequencer time
   * @param stateHash SHA-256 of the engine's state, lower-case hex
   */
  record Loaded(long lastSequence, long venueOffsetNanos, String stateHash, StateReader state) {}

  static void write(
      ExclusivePublication publication,
      IdleStrategy idle,
      long lastSequence,
      long venueOffsetNanos,
      StateWriter state) {
    final MessageHeaderEncoder header = new MessageHeaderEncoder();
    final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(CHUNK + 128);
    final SnapshotBeginEncoder begin = new SnapshotBeginEncoder();
    begin.wrapAndApplyHeader(buffer, 0, header);
    begin.lastSequence(lastSequence).venueOffsetNanos(venueOffsetNanos);
    offer(publication, idle, buffer, begin.limit());
    final SnapshotChunkEncoder chunk = new SnapshotChunkEncoder();
    final int most = Math.min(CHUNK, publication.maxMessageLength() - CHUNK_OVERHEAD);
    for (int position = 0; position < state.length(); position += most) {
      chunk.wrapAndApplyHeader(buffer, 0, header);
      chunk.position(position);
      chunk.putState(state.buffer(), position, Math.min(most, state.length() - position));
      offer(publication, idle, buffer, chunk.limit());
    }
    final SnapshotEndEncoder end = new SnapshotEndEncoder();
    end.wrapAndApplyHeader(buffer, 0, header);
    end.length(state.length()).putSha256(state.sha256(), 0, HASH_LENGTH);
    offer(publication, idle, buffer, end.limit());
  }

  private static void offer(
      ExclusivePublication publication, IdleStrategy idle, DirectBuffer buffer, int length) {
    idle.reset();
    long result;
    while ((result = publication.offer(buffer, 0, length)) < 0) {
      if (result == Publication.CLOSED
          || result == Publication.MAX_POSITION_EXCEEDED
          || result == Publication.NOT_CONNECTED) {
        throw new IllegalStateException("the snapshot is not being recorded: " + result);
      }
      idle.idle();
    }
  }

  /**
   * Reads a snapshot.
   *
   * @throws IllegalStateException if it is cut short, of a newer schema, or differs from its hash
   */
  static Loaded read(Image image, IdleStrategy idle) {
    final Reading reading = new Reading();
    final FragmentAssembler assembler =
        new FragmentAssembler((buffer, offset, length, header) -> reading.take(buffer, offset));
    idle.reset();
    while (!reading.ended) {
      final int fragments = image.poll(assembler, 16);
      if (fragments == 0 && image.isClosed()) {
        throw new IllegalStateException("the snapshot is cut short");
      }
      idle.idle(fragments);
    }
    return reading.loaded();
  }

  private static final class Reading {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final SnapshotBeginDecoder begin = new SnapshotBeginDecoder();
    private final SnapshotChunkDecoder chunk = new SnapshotChunkDecoder();
    private final SnapshotEndDecoder end = new SnapshotEndDecoder();
    private final UnsafeBuffer part = new UnsafeBuffer(0, 0);
    private final ExpandableArrayBuffer state = new ExpandableArrayBuffer(1 << 16);
    private final byte[] expected = new byte[HASH_LENGTH];
    private long lastSequence;
    private long venueOffsetNanos;
    private int length;
    private long expectedLength;
    private boolean ended;

    void take(DirectBuffer buffer, int offset) {
      header.wrap(buffer, offset);
      if (header.schemaId() != MessageHeaderDecoder.SCHEMA_ID
          || header.version() > MessageHeaderDecoder.SCHEMA_VERSION) {
        throw new IllegalStateException(
            "the snapshot has schema %d version %d; this program reads %d up to version %d"
                .formatted(
                    header.schemaId(),
                    header.version(),
                    MessageHeaderDecoder.SCHEMA_ID,
                    MessageHeaderDecoder.SCHEMA_VERSION));
      }
      switch (header.templateId()) {
        case SnapshotBeginDecoder.TEMPLATE_ID -> {
          begin.wrapAndApplyHeader(buffer, offset, header);
          lastSequence = begin.lastSequence();
          venueOffsetNanos = begin.venueOffsetNanos();
        }
        case SnapshotChunkDecoder.TEMPLATE_ID -> {
          chunk.wrapAndApplyHeader(buffer, offset, header);
          if (chunk.position() != length) {
            throw new IllegalStateException("the snapshot has a gap at byte " + length);
          }
          chunk.wrapState(part);
          state.putBytes(length, part, 0, part.capacity());
          length += part.capacity();
        }
        case SnapshotEndDecoder.TEMPLATE_ID -> {
          end.wrapAndApplyHeader(buffer, offset, header);
          expectedLength = end.length();
          end.getSha256(expected, 0, HASH_LENGTH);
          ended = true;
        }
        default ->
            throw new IllegalStateException("template " + header.templateId() + " in a snapshot");
      }
    }

    Loaded loaded() {
      final byte[] actual;
      try {
        final MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(state.byteArray(), 0, length);
        actual = digest.digest();
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has SHA-256", e);
      }
      if (length != expectedLength || !MessageDigest.isEqual(actual, expected)) {
        throw new IllegalStateException("the snapshot differs from its hash");
      }
      return new Loaded(
          lastSequence,
          venueOffsetNanos,
          HexFormat.of().formatHex(actual),
          new StateReader(state, length));
    }
  }
}
