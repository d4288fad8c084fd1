package com.ballastmarkets.protocol.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.protocol.port.JournalEntry;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class EnvelopeAndFrameTest {
  private static final long SEED = Long.getLong("ballast.seed", 7L);

  private final CommandEnvelopeCodec envelopes = new CommandEnvelopeCodec();
  private final JournalFrameWriter writer = new JournalFrameWriter();
  private final JournalFrameReader reader = new JournalFrameReader();

  @Test
  void anEnvelopeCarriesAnyCommandAndItsSender() {
    final RandomWords words = new RandomWords(SEED, 5_000);
    final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
    RandomWords.leaves(Command.class)
        .forEach(type -> {
          final Command command = (Command) words.next(type);
          final int length = envelopes.encode(42, Long.MIN_VALUE, command, buffer, 3);
          assertThat(envelopes.decode(buffer, 3, length))
              .as("%s, seed %d", type.getSimpleName(), SEED)
              .isEqualTo(new CommandEnvelope(42, Long.MIN_VALUE, command));
          assertThatExceptionOfType(CodecException.class)
              .isThrownBy(() -> envelopes.decode(buffer, 3, length - 1));
        });
  }

  @Test
  void aCommandThatIsTooLongIsRefused() {
    final Command order =
        new Command.PlaceOrder(
            OrderTicket.of(1, 1, Side.BUY, 1).clOrdId("x".repeat(16 * 1024)).build());
    assertThatExceptionOfType(CodecException.class)
        .isThrownBy(() -> envelopes.encode(1, 1, order, new ExpandableArrayBuffer(), 0))
        .withMessageContaining("longer than 16384");
  }

  @Test
  void aFrameCarriesEventsWithConsecutiveSequences() {
    final List<JournalEntry> written = frame(new Random(SEED), 100, 60, true);
    final DirectBuffer bytes = writer.end(true);
    assertThat(reader.head(bytes, 0, writer.length()))
        .isEqualTo(new JournalFrameReader.Head(100, 159, 5, 6));
    final List<JournalEntry> read = new ArrayList<>();
    assertThat(reader.read(bytes, 0, writer.length(), 0, read::add)).isEqualTo(159);
    assertThat(read).isEqualTo(written);

    read.clear();
    assertThat(reader.read(bytes, 0, writer.length(), 157, read::add)).isEqualTo(159);
    assertThat(read).isEqualTo(written.subList(58, 60));
  }

  @Test
  void onlyTheLastFrameOfACommandEndsIt() {
    final List<JournalEntry> written = frame(new Random(SEED), 1, 3, false);
    final List<JournalEntry> read = new ArrayList<>();
    reader.read(writer.end(false), 0, writer.length(), 0, read::add);
    assertThat(read).isEqualTo(written).noneMatch(JournalEntry::last);
  }

  @Test
  void aFrameCutShortOrGarbledGivesNothing() {
    final Random random = new Random(SEED);
    frame(random, 1, 10, true);
    final byte[] whole = new byte[writer.length()];
    writer.end(true).getBytes(0, whole);
    for (int cut = 0; cut < whole.length; cut++) {
      final UnsafeBuffer part = new UnsafeBuffer(whole, 0, cut);
      assertThatExceptionOfType(CodecException.class)
          .as("%d of %d bytes, seed %d", cut, whole.length, SEED)
          .isThrownBy(() -> reader.read(part, 0, part.capacity(), 0, entry -> {}));
    }
    for (int i = 0; i < 5_000; i++) {
      final byte[] garbled = whole.clone();
      garbled[random.nextInt(garbled.length)] ^= (byte) random.nextInt(1, 256);
      final List<JournalEntry> read = new ArrayList<>();
      try {
        reader.read(new UnsafeBuffer(garbled), 0, garbled.length, Long.MIN_VALUE, read::add);
      } catch (CodecException e) {
        assertThat(read).isEmpty();
      }
    }
  }

  private List<JournalEntry> frame(Random random, long firstSequence, int count, boolean last) {
    final RandomWords words = new RandomWords(SEED, 5_000);
    // Short ones: every byte of the frame is cut at and garbled.
    final List<Class<?>> types =
        RandomWords.leaves(Event.class).filter(EnvelopeAndFrameTest::isAllNumbers).toList();
    final List<JournalEntry> entries = new ArrayList<>();
    writer.begin(firstSequence, 5, 6);
    for (int i = 0; i < count; i++) {
      final Event event = (Event) words.next(types.get(random.nextInt(types.size())));
      writer.add(1_000 + i, event);
      entries.add(
          new JournalEntry(firstSequence + i, 1_000 + i, 5, 6, last && i == count - 1, event));
    }
    return entries;
  }

  private static boolean isAllNumbers(Class<?> type) {
    return Stream.of(type.getRecordComponents())
        .map(RecordComponent::getType)
        .allMatch(component -> component.isPrimitive() || component.isEnum());
  }
}
