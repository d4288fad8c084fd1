package com.ballastmarkets.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.protocol.sbe.MessageHeaderDecoder;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

class CodecRoundTripTest {
  private static final long SEED = Long.getLong("ballast.seed", 20_250_401L);
  private static final int OFFSET = 24;

  private final CommandCodec commands = new CommandCodec();
  private final EventCodec events = new EventCodec();
  private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();

  /** A message written by one of the codecs, and how to read it. */
  private record Written(Object word, byte[] bytes, Function<UnsafeBuffer, Object> reader) {
    Object read(byte[] these) {
      return reader.apply(new UnsafeBuffer(these));
    }
  }

  private Written write(Object word) {
    if (word instanceof Command command) {
      final int length = commands.encode(command, buffer, OFFSET);
      return new Written(word, bytes(length), b -> commands.decode(b, 0, b.capacity()));
    }
    final int length = events.encode((Event) word, buffer, OFFSET);
    return new Written(word, bytes(length), b -> events.decode(b, 0, b.capacity()));
  }

  private byte[] bytes(int length) {
    final byte[] bytes = new byte[length];
    buffer.getBytes(OFFSET, bytes);
    return bytes;
  }

  private static Stream<Class<?>> allWords() {
    return Stream.concat(RandomWords.leaves(Command.class), RandomWords.leaves(Event.class));
  }

  private static Stream<DynamicTest> each(String what, Function<Class<?>, Executable> test) {
    return allWords()
        .map(type ->
            DynamicTest.dynamicTest(
                "%s, %s, seed %d".formatted(type.getSimpleName(), what, SEED), test.apply(type)));
  }

  private RandomWords words(Class<?> type) {
    return new RandomWords(SEED + type.getSimpleName().hashCode(), 65_534);
  }

  @TestFactory
  Stream<DynamicTest> everyWordReadsBackAsItWasWritten() {
    return each(
        "reads back",
        type ->
            () -> {
              final RandomWords words = words(type);
              for (int i = 0; i < 200; i++) {
                final Written written = write(words.next(type));
                assertThat(written.read(written.bytes())).isEqualTo(written.word());
              }
            });
  }

  @TestFactory
  Stream<DynamicTest> aMessageCutShortOrWithBytesTooManyIsRefused() {
    return each(
        "cut short",
        type ->
            () -> {
              final Written written = write(words(type).next(type));
              final int length = written.bytes().length;
              for (int cut = 0; cut < length; cut += length > 2_000 ? 97 : 1) {
                final byte[] part = Arrays.copyOf(written.bytes(), cut);
                assertThatExceptionOfType(CodecException.class)
                    .as("%d of %d bytes", cut, length)
                    .isThrownBy(() -> written.read(part));
              }
              final byte[] longer = Arrays.copyOf(written.bytes(), length + 1);
              assertThatExceptionOfType(CodecException.class)
                  .isThrownBy(() -> written.read(longer));
            });
  }

  @TestFactory
  Stream<DynamicTest> aGarbledMessageIsRefusedOrAnotherMessageButNeverBreaksTheReader() {
    return each(
        "garbled",
        type ->
            () -> {
              final RandomWords words = words(type);
              final Random random = new Random(SEED);
              for (int i = 0; i < 300; i++) {
                final Written written = write(words.next(type));
                final byte[] bytes = written.bytes().clone();
                for (int flips = random.nextInt(1, 4); flips > 0; flips--) {
                  bytes[random.nextInt(Math.min(bytes.length, 300))] ^=
                      (byte) random.nextInt(1, 256);
                }
                Object read;
                try {
                  read = written.read(bytes);
                } catch (CodecException e) {
                  assertThat(e.getMessage()).isNotBlank();
                  continue;
                }
                // What is read is what these bytes say: written again they are the same message.
                final Written again = write(read);
                assertThat(again.read(again.bytes())).isEqualTo(read);
              }
            });
  }

  @Test
  void aNewerVersionAnotherSchemaAndAnUnknownTemplateAreRefusedByName() {
    final Written tick = write(new Command.Tick());
    final int newer = MessageHeaderDecoder.SCHEMA_VERSION + 1;
    assertThatThrownBy(() -> tick.read(with(tick, 6, newer)))
        .hasMessageContaining("version " + newer)
        .isInstanceOf(CodecException.class);
    assertThatThrownBy(() -> tick.read(with(tick, 6, 0))).hasMessageContaining("version 0");
    assertThatThrownBy(() -> tick.read(with(tick, 4, 77))).hasMessageContaining("schema 77");
    assertThatThrownBy(() -> tick.read(with(tick, 2, 9_999)))
        .hasMessageContaining("no command has the template id 9999");
    assertThatThrownBy(() -> events.decode(new UnsafeBuffer(tick.bytes()), 0, tick.bytes().length))
        .hasMessageContaining("no event has the template id");
  }

  /** Version 2 knew nothing of profit that is withheld: its messages end a field earlier. */
  @Test
  void aMessageOfAnEarlierVersionIsReadWithoutWhatCameLater() {
    final Written now = write(new Event.AccountUpdated(1_000, 5, 6, 7, 8, 9));
    final byte[] bytes = Arrays.copyOf(with(now, 6, 2), now.bytes().length - Long.BYTES);
    final int block = bytes.length - MessageHeaderDecoder.ENCODED_LENGTH;
    new UnsafeBuffer(bytes).putShort(0, (short) block, ByteOrder.LITTLE_ENDIAN);

    assertThat(now.read(bytes)).isEqualTo(new Event.AccountUpdated(1_000, 5, 6, 7, 8, 0));
  }

  private static byte[] with(Written written, int index, int value) {
    final byte[] bytes = written.bytes().clone();
    new UnsafeBuffer(bytes).putShort(index, (short) value, ByteOrder.LITTLE_ENDIAN);
    return bytes;
  }

  @Test
  void aTextThatCannotBeReadBackIsNotWritten() {
    for (final String text : List.of("x".repeat(65_535), "ä".repeat(40_000), "half \ud83d")) {
      final Command order =
          new Command.PlaceOrder(OrderTicket.of(1, 1, Side.BUY, 1).clOrdId(text).build());
      assertThatExceptionOfType(CodecException.class)
          .isThrownBy(() -> write(order))
          .withMessageContaining("clOrdId");
    }
  }

  @Test
  void rejectReasonsKeepTheirNumbers() {
    final List<String> differing = new ArrayList<>();
    for (final RejectReason reason : RejectReason.values()) {
      if (ReasonCodes.code(reason).value() != reason.number()) {
        differing.add(reason.name());
      }
    }
    assertThat(differing).isEmpty();
  }
}
