package com.ballastmarkets.node.cluster;

import com.ballastmarkets.node.host.CommandProcessor;
import com.ballastmarkets.node.host.EngineFactory;
import com.ballastmarkets.node.host.EventRecorder;
import com.ballastmarkets.node.host.HostedEngine;
import com.ballastmarkets.node.journal.PrivateStream;
import com.ballastmarkets.protocol.codec.CodecException;
import com.ballastmarkets.protocol.codec.CommandEnvelope;
import com.ballastmarkets.protocol.codec.CommandEnvelopeCodec;
import com.ballastmarkets.protocol.snapshot.StateWriter;
import io.aeron.Aeron;
import io.aeron.FragmentAssembler;
import io.aeron.Image;
import io.aeron.Subscription;
import io.aeron.archive.client.AeronArchive;
import io.aeron.cluster.codecs.MessageHeaderDecoder;
import io.aeron.cluster.codecs.SessionMessageHeaderDecoder;
import io.aeron.cluster.codecs.TimerEventDecoder;
import io.aeron.logbuffer.Header;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.locks.LockSupport;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Applies a running node's whole command log to a new engine, beside the node: the audit's proof
 * that log, journal and state agree. The log must reach back to the venue's first day.
 */
public final class CommandLogReplay {
  private final CommandProcessor processor;
  private final HostedEngine engine;
  private final CommandEnvelopeCodec codec = new CommandEnvelopeCodec();
  private final MessageHeaderDecoder header = new MessageHeaderDecoder();
  private final SessionMessageHeaderDecoder message = new SessionMessageHeaderDecoder();
  private final TimerEventDecoder timer = new TimerEventDecoder();
  private long commands;

  /**
   * What came out.
   *
   * @param commands how many commands of ports were applied
   * @param lastSequence of the last event
   * @param stateHash SHA-256 of the engine's state, lower-case hex, as {@link VenueNode#snapshot}
   */
  public record Result(long commands, long lastSequence, String stateHash) {}

  private CommandLogReplay(HostedEngine engine, EventRecorder recorder) {
    this.engine = engine;
    this.processor = new CommandProcessor(engine, recorder, 0, 0);
  }

  /**
   * Replays what the log has now.
   *
   * @param recorder is given every event
   */
  public static Result replay(Path aeronDir, EngineFactory engines, EventRecorder recorder) {
    try (Aeron aeron = Aeron.connect(new Aeron.Context().aeronDirectoryName(aeronDir.toString()));
        AeronArchive archive =
            AeronArchive.connect(
                AeronVenuePort.archiveClient().aeron(aeron).ownsAeronClient(false))) {
      final CommandLogReplay replay = new CommandLogReplay(engines.create(), recorder);
      replay.run(aeron, archive);
      return replay.result();
    }
  }

  private void run(Aeron aeron, AeronArchive archive) {
    final LogRecording log = LogRecording.find(archive);
    if (log == null || log.startPosition() != 0) {
      throw new IllegalStateException("the log does not reach back to the first day");
    }
    final long recordingId = log.recordingId();
    final long end = archive.getRecordingPosition(recordingId);
    final int streamId = PrivateStream.next(aeron);
    final FragmentAssembler assembler = new FragmentAssembler(this::onMessage);
    try (Subscription subscription = archive.replay(recordingId, 0, end, "aeron:ipc", streamId)) {
      @Nullable Image image = null;
      while (image == null || image.position() < end) {
        image = subscription.imageCount() == 0 ? null : subscription.imageAtIndex(0);
        if (image == null || image.poll(assembler, 64) == 0) {
          LockSupport.parkNanos(50_000);
        }
      }
    }
  }

  private void onMessage(DirectBuffer buffer, int offset, int length, Header aeronHeader) {
    header.wrap(buffer, offset);
    if (header.templateId() == TimerEventDecoder.TEMPLATE_ID) {
      timer.wrapAndApplyHeader(buffer, offset, header);
      processor.tick(timer.timestamp());
    } else if (header.templateId() == SessionMessageHeaderDecoder.TEMPLATE_ID) {
      message.wrapAndApplyHeader(buffer, offset, header);
      final int headers =
          MessageHeaderDecoder.ENCODED_LENGTH + SessionMessageHeaderDecoder.BLOCK_LENGTH;
      onCommand(buffer, offset + headers, length - headers, message.timestamp());
    }
  }

  private void onCommand(DirectBuffer buffer, int offset, int length, long timestamp) {
    final CommandEnvelope envelope;
    try {
      envelope = codec.decode(buffer, offset, length);
    } catch (CodecException e) {
      // As the node does: what is no command changes nothing.
      return;
    }
    commands++;
    processor.apply(envelope.sourceId(), envelope.correlationId(), envelope.command(), timestamp);
  }

  private Result result() {
    final StateWriter state = new StateWriter();
    engine.writeState(state);
    return new Result(commands, processor.lastSequence(), HexFormat.of().formatHex(state.sha256()));
  }
}
