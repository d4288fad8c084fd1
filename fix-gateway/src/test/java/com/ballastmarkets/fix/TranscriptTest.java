package com.ballastmarkets.fix;

import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.fix.testing.FixText;
import com.ballastmarkets.fix.testing.FixVenue;
import com.ballastmarkets.fix.testing.RawFixClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plays the transcript of docs/fix.md against a gateway. */
class TranscriptTest {
  private static final Path GUIDE = Path.of("../docs/fix.md");
  private static final Set<Integer> LEFT_OUT = Set.of(8, 9, 10, 34, 49, 52, 56);
  @TempDir private Path directory;

  @Test
  void theGuideTellsWhatHappens() throws Exception {
    final List<String> lines =
        Files.readAllLines(GUIDE).stream()
            .dropWhile(line -> !line.equals("```fix"))
            .skip(1)
            .takeWhile(line -> !line.equals("```"))
            .toList();
    assertThat(lines).hasSizeGreaterThan(10);
    try (FixVenue venue = FixVenue.open(directory);
        RawFixClient alice = venue.connect("ALICE", "FIXT.1.1")) {
      for (final String line : lines) {
        final String message = line.substring(2);
        final String type = message.substring(3, message.indexOf('|'));
        if (line.startsWith("<")) {
          assertThat(shown(alice.next(), message)).isEqualTo(message);
        } else if (type.equals("A")) {
          alice.sendLogon("");
        } else {
          final String fields = message.substring(message.indexOf('|') + 1);
          alice.send(
              type,
              fields.isEmpty()
                  ? ""
                  : fields
                      .substring(0, fields.length() - 1)
                      .replace("60=#", "60=" + RawFixClient.time(0)));
        }
      }
    }
  }

  /** As the guide shows it: without the header, and # where the guide has it. */
  private static String shown(FixText message, String guide) {
    return message.fields().stream()
        .filter(field -> !LEFT_OUT.contains(field.tag()))
        .map(field ->
            field.tag()
                + "="
                + (("|" + guide).contains("|" + field.tag() + "=#|") ? "#" : field.value())
                + "|")
        .collect(Collectors.joining());
  }
}
