package com.ballastmarkets.protocol.codec;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.protocol.sbe.CommandEnvelopeDecoder;
import com.ballastmarkets.protocol.sbe.CommandEnvelopeEncoder;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Command envelopes as bytes and back. One thread uses it. */
public final class CommandEnvelopeCodec {
  /** The longest envelope, in bytes: none that means anything comes near. */
  public static final int MAX_LENGTH = 16 * 1024;

  private final CommandCodec commands = new CommandCodec();
  private final CommandEnvelopeEncoder envelope = new CommandEnvelopeEncoder();
  private final CommandEnvelopeDecoder envelopeIn = new CommandEnvelopeDecoder();
  private final MessageOut out = new MessageOut();
  private final MessageIn in = new MessageIn();
  private final UnsafeBuffer nested = new UnsafeBuffer(0, 0);

  /**
   * Writes the envelope with the command in it, and returns its length in bytes.
   *
   * @throws CodecException if the command is longer than {@link #MAX_LENGTH}, or a text of it is no
   *     well-formed Unicode
   */
  public int encode(
      long sourceId, long correlationId, Command command, MutableDirectBuffer buffer, int offset) {
    envelope.wrapAndApplyHeader(buffer, offset, out.header());
    envelope.sourceId(sourceId).correlationId(correlationId);
    final int lengthAt = envelope.limit();
    final int length = commands.encode(command, buffer, lengthAt + Integer.BYTES);
    buffer.putInt(lengthAt, length, ByteOrder.LITTLE_ENDIAN);
    final int total = lengthAt + Integer.BYTES + length - offset;
    if (total > MAX_LENGTH) {
      throw new CodecException("a command of " + total + " bytes is longer than " + MAX_LENGTH);
    }
    return total;
  }

  /**
   * Reads the envelope that takes exactly these bytes.
   *
   * @throws CodecException if they are none
   */
  public CommandEnvelope decode(DirectBuffer buffer, int offset, int length) {
    return in.read(buffer, offset, length, this::decode);
  }

  private CommandEnvelope decode(MessageIn in) {
    if (in.templateId() != CommandEnvelopeDecoder.TEMPLATE_ID) {
      throw CodecException.unknownTemplate("envelope", in.templateId());
    }
    envelopeIn.wrap(
        in.buffer(), in.body(), in.blockLength(CommandEnvelopeDecoder.BLOCK_LENGTH), in.version());
    envelopeIn.wrapCommand(nested);
    in.end(envelopeIn.limit());
    return new CommandEnvelope(
        envelopeIn.sourceId(),
        envelopeIn.correlationId(),
        commands.decode(nested, 0, nested.capacity()));
  }
}
