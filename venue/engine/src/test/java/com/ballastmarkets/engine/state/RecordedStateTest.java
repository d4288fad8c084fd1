package com.ballastmarkets.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.engine.Exchange;
import com.ballastmarkets.protocol.snapshot.StateReader;
import com.ballastmarkets.protocol.snapshot.StateWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Snapshots that the engine's earlier versions wrote, each with what that version went on to tell:
 * this one reads them, tells the same, and writes them anew in its own version.
 */
final class RecordedStateTest {
  private static byte[] read(String name) throws IOException {
    try (InputStream file = RecordedStateTest.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(file, name).readAllBytes();
    }
  }

  private static Exchange restored(StateReader reader) {
    final Exchange exchange = Exchange.readState(reader);
    reader.end();
    return exchange;
  }

  private static StateWriter stateOf(Exchange exchange) {
    final StateWriter written = new StateWriter();
    exchange.writeState(written);
    return written;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aSnapshotOfAnEarlierVersionGoesOnAsItDid(int version) throws IOException {
    final byte[] snapshot = read("venue-%d.snapshot".formatted(version));
    Exchange exchange = restored(new StateReader(new UnsafeBuffer(snapshot), snapshot.length));
    final StateWriter rewritten = stateOf(exchange);
    exchange = restored(rewritten.reader());
    assertThat(stateOf(exchange).sha256()).isEqualTo(rewritten.sha256());

    final List<String> told = new ArrayList<>();
    for (RecordedVenue.Timed step : RecordedVenue.after()) {
      exchange.apply(
          step.command(),
          step.nanos(),
          (time, event) -> {
            // It has had more to say since.
            if (!(event instanceof Event.AccountUpdated)) {
              told.add(time + " " + event);
            }
          });
    }

    final String before =
        new String(read("venue-%d.events".formatted(version)), StandardCharsets.UTF_8);
    assertThat(told).containsExactlyElementsOf(before.lines().toList());
  }
}
